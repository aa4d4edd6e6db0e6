import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import FailureNotice from './FailureNotice.svelte';

it('lists each error with its field and announces itself', () => {
  const issues = [
    { path: ['sections', 0, 'title'], message: '标题太长' },
    { path: [], message: '缺少统计期限' },
  ];
  render(FailureNotice, { failure: { message: '没有保存。', issues } });
  expect(screen.getByRole('alert').textContent).toContain('没有保存。');
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(items).toEqual(['sections.0.title：标题太长', '缺少统计期限']);
  expect(screen.queryByRole('button')).toBeNull();
});

it('offers a retry if one is possible', () => {
  const onretry = vi.fn();
  render(FailureNotice, { failure: { message: '没有连上服务器。' }, onretry });
  screen.getByRole('button', { name: '重试' }).click();
  expect(onretry).toHaveBeenCalledOnce();
});
