import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { NewPassword } from './new-password.svelte.ts';
import NewPasswordFields from './NewPasswordFields.svelte';

it('shows errors only after an attempt to submit, each at its field', async () => {
  const user = userEvent.setup();
  const password = new NewPassword();
  const { rerender } = render(NewPasswordFields, { password, shown: false });
  await user.type(screen.getByLabelText('密码'), 'short');
  expect(screen.getByLabelText('密码').getAttribute('aria-invalid')).toBeNull();
  await rerender({ password, shown: true });
  expect(screen.getByLabelText('密码').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('两次输入的密码不一致。')).toBeTruthy();
  expect(password.good).toBe(false);
});

it('accepts a password that is typed twice', async () => {
  const user = userEvent.setup();
  const password = new NewPassword();
  render(NewPasswordFields, { password, shown: true });
  await user.type(screen.getByLabelText('密码'), 'Keeper-2026');
  await user.type(screen.getByLabelText('再输入一次密码'), 'Keeper-2026');
  expect(password.good).toBe(true);
  expect(screen.queryByText('两次输入的密码不一致。')).toBeNull();
});
