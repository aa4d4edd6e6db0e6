import type { Move } from './entry-grid.ts';

/**
 * True for a key press that belongs to an input method's composition. Safari ends the composition before it sends the
 * Enter key that ended it; only the key code 229 identifies that key press (WebKit bug 165004).
 */
export function isComposingKey({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}

/** The move in the grid for a key, or undefined if the key does not move. */
export function moveForKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): Move | undefined {
  const jump = ctrlKey || metaKey;
  if (key === 'Enter') return jump ? undefined : shiftKey ? 'up' : 'down';
  if (shiftKey) return undefined;
  if (key === 'Home') return jump ? 'first' : 'lineStart';
  if (key === 'End') return jump ? 'last' : 'lineEnd';
  if (jump) return undefined;
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowLeft') return 'left';
  if (key === 'ArrowRight') return 'right';
  return undefined;
}
