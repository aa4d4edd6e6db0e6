import type { AccountRef } from '@gongkai/api/schemas';
import { api } from '../api/client.ts';

/** The actions on an account in the list. */
export type AccountActionName =
  'edit' | 'handOver' | 'unlock' | 'resetPassword' | 'resetSecondFactor' | 'disable' | 'enable';

/** The actions that require a confirmation, with their question and button label. */
export const confirmations = {
  resetPassword: {
    label: '重置密码',
    question: '现在的密码立即失效，已经登录的也会退出。新的一次性密码只显示一次。',
  },
  resetSecondFactor: {
    label: '重置动态验证码',
    question: '解除绑定的手机，已经登录的会退出。请先核实确是本人提出。',
  },
  disable: { label: '停用', question: '停用后不能登录，已经登录的立即退出。权限保留，启用后恢复。' },
  enable: { label: '启用', question: '启用后可以用原来的密码登录，并恢复原有权限。' },
  unlock: { label: '解锁', question: '解锁后可以立即再次尝试登录。' },
} as const;

export type ConfirmedAction = keyof typeof confirmations;

/** @returns the new password to show, after a password reset */
export async function perform(name: ConfirmedAction, { id }: AccountRef) {
  if (name === 'resetPassword') return api.account.resetPassword.mutate({ id });
  await api.account[name].mutate({ id });
  return undefined;
}
