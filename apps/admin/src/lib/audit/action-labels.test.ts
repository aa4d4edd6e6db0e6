import { expect, it } from 'vitest';
import { actionLabel } from './action-labels.ts';

it('names an act by the longest beginning that is known, and leaves an unknown one as it is', () => {
  expect(actionLabel('draft.save')).toBe('保存草稿');
  expect(actionLabel('account.signIn')).toBe('登录');
  expect(actionLabel('account.handOver')).toBe('账号');
  expect(actionLabel('something.else')).toBe('something.else');
});
