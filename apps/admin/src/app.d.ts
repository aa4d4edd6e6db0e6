/** SvelteKit reads the types of the app from here. */
declare global {
  namespace App {}
}
export {};
