import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCoverage, readFaces, type FontFace } from './font-file.ts';
import { findFaces, systemFontFolders } from './machine-fonts.ts';

/** What a font is used for, by the names of GB/T 9704. */
export type FontRole = 'title' | 'song' | 'hei' | 'kai' | 'fangsong';

/** The fonts that documents are printed with: the same set gives the same bytes. */
export interface FontSet {
  /** Font families of each role, the preferred one first; the last ones stand in for characters that others lack. */
  readonly families: Readonly<Record<FontRole, readonly string[]>>;
  readonly files: readonly string[];
  /** SHA-256 over the contents of all files, in hexadecimal. */
  readonly digest: string;
  /** Whether a font of the set has a glyph for the character. */
  covers(codePoint: number): boolean;
}

export interface FontOptions {
  /** Folders with fonts of the office, looked through before those of the system. */
  readonly folders?: readonly string[];
  /** Use fonts of the system where it has the official ones; true by default. */
  readonly system?: boolean;
}

/** Families that offices use for each role, the official one first. */
const candidates: Readonly<Record<FontRole, readonly string[]>> = {
  title: ['方正小标宋_GBK', '方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', 'STZhongsong', '华文中宋'],
  song: ['SimSun', '宋体', 'NSimSun', 'STSong', 'Songti SC', 'FandolSong'],
  hei: ['SimHei', '黑体', 'STHeiti', 'Heiti SC', 'FandolHei'],
  kai: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', 'Kaiti SC', 'FandolKai', 'LXGW WenKai'],
  fangsong: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', 'FandolFang', 'FandolFang R'],
};

/** Families with rare characters, used where the system has them. */
const rare = ['Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun-ExtB', 'SimSun-ExtG', 'HanaMinA', 'HanaMinB'];

const packaged = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
];
const serif = 'Noto Serif SC';
const sans = 'Noto Sans SC';

/**
 * Finds the fonts to print with: those of the office and the system where they are, and open ones out of packages.
 * @throws Error where the packages are not installed
 */
export function findFontSet({ folders = [], system = true }: FontOptions = {}): FontSet {
  const own = packaged.flatMap((path) => readFaces(fileURLToPath(import.meta.resolve(path))));
  const found = findFaces([...folders, ...(system ? systemFontFolders() : [])]).filter(
    ({ isEmbeddable, style }) => isEmbeddable && /^(?:Regular|Normal|常规|Book|R)$/i.test(style),
  );
  const chosen: FontFace[] = [];
  const pick = (names: readonly string[]): string[] => {
    for (const name of names) {
      const face = found.find(({ families }) => families.includes(name));
      if (!face) continue;
      chosen.push(face);
      // Typst knows a font by its English name.
      return [face.families[0]!];
    }
    return [];
  };
  const roles = Object.fromEntries(Object.entries(candidates).map(([role, names]) => [role, pick(names)])) as Record<
    FontRole,
    string[]
  >;
  const others = rare.flatMap((name) => pick([name]));
  // Every role ends with every family, so that a character that one font has can be printed anywhere.
  const all = [serif, ...others, sans, ...Object.values(roles).flat()];
  const withAll = (...preferred: string[]) => [...new Set([...preferred, ...all])];
  const families = {
    title: withAll(...roles.title),
    song: withAll(...roles.song),
    hei: withAll(...roles.hei, sans),
    kai: withAll(...roles.kai),
    fangsong: withAll(...roles.fangsong),
  };
  const faces = [...own, ...chosen];
  const files = [...new Set(faces.map(({ path }) => path))];
  const coverages = [...Map.groupBy(faces, (face) => face.families[0]).values()].map((family) =>
    family.map((face) => coverageOf(readCoverage(face))),
  );
  return {
    families,
    files,
    digest: digestOf(files),
    // A family is asked in several weights, of which one may have fewer characters.
    covers: (codePoint) => coverages.some((weights) => weights.every((covers) => covers(codePoint))),
  };
}

function digestOf(files: readonly string[]): string {
  const digests = files.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'));
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}

function coverageOf(ranges: readonly (readonly [number, number])[]): (codePoint: number) => boolean {
  const merged: [number, number][] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return (codePoint) => {
    let [low, high] = [0, merged.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [from, to] = merged[middle]!;
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}
