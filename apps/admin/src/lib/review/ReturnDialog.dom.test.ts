import { forms } from '@gongkai/schema';
import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import ReturnDialog from './ReturnDialog.svelte';

function renderDialog(onconfirm = vi.fn(async () => undefined)) {
  render(ReturnDialog, { form: forms[0]!, comments: [], onconfirm, onclose: vi.fn() });
  return { user: userEvent.setup(), onconfirm };
}

it('asks for a reason before it returns the report', async () => {
  const { user, onconfirm } = renderDialog();
  await user.click(screen.getByRole('button', { name: '退回' }));
  expect(screen.getByRole('alert').textContent).toBe('请至少选择一项原因。');
  expect(onconfirm).not.toHaveBeenCalled();
  await user.click(screen.getByLabelText('数据有误'));
  await user.type(screen.getByLabelText(/^总的意见/), '  请核对。 ');
  await user.click(screen.getByRole('button', { name: '退回' }));
  expect(onconfirm).toHaveBeenCalledWith({ reasons: ['figures'], note: '请核对。' });
});

it('requires a text for the reason “other”', async () => {
  const { user, onconfirm } = renderDialog();
  await user.click(screen.getByLabelText('其他'));
  await user.click(screen.getByRole('button', { name: '退回' }));
  expect(screen.getByText('选择“其他”时请写明原因。')).toBeTruthy();
  expect(screen.getByLabelText(/^总的意见/).getAttribute('aria-invalid')).toBe('true');
  expect(onconfirm).not.toHaveBeenCalled();
});
