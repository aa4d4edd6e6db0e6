/** Disjoint sets of numbers that can be merged (union-find). */
export class UnionFind {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  root(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let at = index; at !== root;) [this.#parents[at], at] = [root, this.#parents[at]!];
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)].toSorted((x, y) => x - y);
    this.#parents[second!] = first!;
  }
}
