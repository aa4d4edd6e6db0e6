import { installation } from '@gongkai/api';
import * as z from 'zod';
import { exitCodes, Failure } from '../terminal/failure.ts';
import { operation } from './operation.ts';

/** Restores access if no remaining user can reset an account in the admin app. */
export const accountReset = operation({
  args: z.strictObject({ username: z.string().min(1).max(64) }),
  async run({ services }, { username }) {
    const { accounts } = await services.account.list({ page: 1, search: username });
    const found = accounts.find((account) => account.username === username);
    if (!found) throw new Failure(`没有用户名为 ${username} 的账号。请检查拼写。`);
    const { password } = await services.account.resetPassword(installation, { id: found.id });
    if (found.secondFactor) await services.account.resetSecondFactor(installation, { id: found.id });
    return {
      out: `已重置 ${found.name}（${username}）的密码，并结束了其登录。一次性密码，登录后必须修改：\n  ${password}\n`,
      exitCode: exitCodes.ok,
    };
  },
});
