/**
 * Whether a key belongs to the composition of an input method. Safari ends the composition before it sends the Enter
 * that ended it: only the key code 229 still tells (WebKit bug 165004).
 */
export function isKeyOfComposition({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}
