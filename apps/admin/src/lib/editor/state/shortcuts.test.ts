import { expect, it } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
  shortcutOf({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 0,
    ...modifiers,
  });

it('knows shortcuts by Ctrl and by Command', () => {
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(press('s', modifier)).toBe('save');
    expect(press('z', modifier)).toBe('undo');
    expect(press('Z', { ...modifier, shiftKey: true })).toBe('redo');
    expect(press('y', modifier)).toBe('redo');
    expect(press('Enter', modifier)).toBe('confirm');
  }
  expect(press('F8')).toBe('next');
  expect(press('F8', { shiftKey: true })).toBe('previous');
  expect(press('F9')).toBe('walk');
});

it('leaves plain keys, other modifiers and text under composition alone', () => {
  expect(press('s')).toBeUndefined();
  expect(press('Enter')).toBeUndefined();
  expect(press('z', { ctrlKey: true, altKey: true })).toBeUndefined();
  expect(press('F8', { isComposing: true })).toBeUndefined();
  expect(press('F8', { keyCode: 229 })).toBeUndefined();
  expect(press('c', { ctrlKey: true })).toBeUndefined();
});
