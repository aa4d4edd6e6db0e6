import { isComposingKey } from '@gongkai/ui';

/** The action of a shortcut that works everywhere in the editor. */
export type Shortcut = 'save' | 'undo' | 'redo' | 'confirm' | 'walk' | 'next' | 'previous';

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'>;

/** Finds the shortcut of a key event. The modifier is Ctrl, or Command on a Mac. */
export function shortcutOf(event: Keys): Shortcut | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (altKey || isComposingKey(event)) return undefined;
  if (key === 'F8') return shiftKey ? 'previous' : 'next';
  if (key === 'F9') return 'walk';
  if (!ctrlKey && !metaKey) return undefined;
  switch (key.toLowerCase()) {
    case 's':
      return 'save';
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 'enter':
      return 'confirm';
    default:
      return undefined;
  }
}

/** The shortcuts and their descriptions for the user. */
export const shortcuts: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: '方向键', does: '移到相邻的格' },
  { keys: 'Enter', does: '移到下一行' },
  { keys: 'Tab', does: '移到右边一格' },
  { keys: 'F2', does: '改格中的一部分' },
  { keys: 'Esc', does: '恢复格中原来的内容' },
  { keys: 'Ctrl+V', does: '粘贴表格中复制的一片' },
  { keys: 'F8', does: '下一处待看的格，Shift+F8 为上一处' },
  { keys: 'F9', does: '逐格确认推断的和没有读懂的格：Enter 确认并到下一格，直接输入即改正，Esc 结束' },
  { keys: 'Ctrl+Enter', does: '确认这一格无误，到下一格待确认的' },
  { keys: 'Ctrl+Z', does: '撤销，Ctrl+Y 重做' },
  { keys: 'Ctrl+S', does: '立即保存' },
];
