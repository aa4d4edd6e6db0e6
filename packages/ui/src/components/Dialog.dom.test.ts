import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import Dialog from './Dialog.svelte';

const html = (text: string) => createRawSnippet(() => ({ render: () => text }));
const content = {
  title: '确认提交',
  children: html('<p>提交后由审核人处理。</p>'),
  actions: html('<button>提交</button>'),
};

it('opens as a modal dialog with its title as name', () => {
  render(Dialog, content);
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: '确认提交' });
  expect(dialog.open).toBe(true);
  expect(screen.getByRole('button', { name: '提交' })).toBeTruthy();
});

it('asks to close on Escape and stays open until its owner removes it', () => {
  const onclose = vi.fn();
  render(Dialog, { ...content, onclose });
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  const cancel = new Event('cancel', { cancelable: true });
  dialog.dispatchEvent(cancel);
  expect(onclose).toHaveBeenCalledOnce();
  expect(cancel.defaultPrevented).toBe(true);
  expect(dialog.open).toBe(true);
});

it('cannot be left by Escape without a handler', () => {
  render(Dialog, content);
  const cancel = new Event('cancel', { cancelable: true });
  screen.getByRole('dialog').dispatchEvent(cancel);
  expect(cancel.defaultPrevented).toBe(true);
});

it('returns the focus to the element that had it before', () => {
  const opener = document.body.appendChild(document.createElement('button'));
  onTestFinished(() => opener.remove());
  opener.focus();
  const { unmount } = render(Dialog, content);
  screen.getByRole('button', { name: '提交' }).focus();
  unmount();
  expect(document.activeElement).toBe(opener);
});
