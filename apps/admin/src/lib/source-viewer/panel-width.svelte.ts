const key = 'gongkai.source-width';
const [least, most] = [320, 1200];
const usual = 520;

let pixels = $state(kept());

/** How wide the document's column is: the clerk's own choice, kept in this browser. */
export const sourceWidth = {
  least,
  most,

  get pixels(): number {
    return pixels;
  },

  set(wanted: number): void {
    pixels = wanted;
    try {
      localStorage.setItem(key, String(wanted));
    } catch {
      // A browser that keeps nothing shows the usual width the next time.
    }
  },
};

function kept(): number {
  try {
    const width = Number(localStorage.getItem(key));
    return width >= least && width <= most ? width : usual;
  } catch {
    return usual;
  }
}
