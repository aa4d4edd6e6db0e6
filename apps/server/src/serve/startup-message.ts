import { createServices } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { accounts } from '@gongkai/demo/accounts';
import { padTo, widthOf } from '../terminal/width.ts';

export interface Started {
  readonly database: OpenDatabase;
  /** URL of the site's root, without a trailing slash. */
  readonly url: string;
  readonly place: string;
  readonly demo: boolean;
  readonly seconds: number;
}

/** The message after a successful start: the addresses, and how to sign in. */
export async function startupMessage({ database, url, place, demo, seconds }: Started): Promise<string> {
  const addresses = columns([
    ['公众门户', `${url}/`],
    ['管理端', `${url}/admin/`],
    ['数据', place],
  ]);
  const parts = [`公开年报已启动（${seconds.toFixed(1)} 秒）\n\n${addresses}`];
  if (demo) parts.push(demoAccounts());
  else {
    const token = await createServices({ db: database.db, clock: () => new Date() }).account.issueFirstToken();
    if (token)
      parts.push(
        `还没有账号。请用下面的链接建立第一个账号，一天内有效，只能用一次：\n  ${url}/admin/first-account?token=${token}\n`,
      );
  }
  parts.push('按 Ctrl-C 停止。\n');
  return parts.join('\n');
}

function demoAccounts(): string {
  const rows = accounts.map(({ username, password, name }) => [username, password, name]);
  return `演示账号（所有数据均为虚构，仅供本机试用）\n${columns([['用户名', '密码', '身份'], ...rows])}`;
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at]!))));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((text, at) => padTo(text, widths[at]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
