import { expect, it } from 'vitest';
import { actionLabel } from './action-labels.ts';

it('labels an action by its longest known prefix, and leaves an unknown action unchanged', () => {
  expect(actionLabel('draft.save')).toBe('保存草稿');
  expect(actionLabel('account.signIn')).toBe('登录');
  expect(actionLabel('account.handOver')).toBe('账号');
  expect(actionLabel('something.else')).toBe('something.else');
});
