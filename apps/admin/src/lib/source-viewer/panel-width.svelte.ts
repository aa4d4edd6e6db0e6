const key = 'gongkai.source-width';
const [least, most] = [320, 1200];
const usual = 520;

let pixels = $state(kept());

/** Width of the source panel in pixels, chosen by the user and stored in the browser. */
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
      // Without storage the default width is used next time.
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
