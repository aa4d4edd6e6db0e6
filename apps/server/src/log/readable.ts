import { formatClock } from '@gongkai/schema/calendar';
interface Entry {
  readonly level: number;
  readonly time: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
  readonly [field: string]: unknown;
}

const levels: Readonly<Record<number, string>> = { 20: '调试', 30: '信息', 40: '警告', 50: '错误', 60: '严重' };

/** Formats a line of pino's JSON for people: `12:30:01 警告 message field=value`, with the stack of an error below it. */
export function readableLine(json: string): string {
  const { level, time, msg = '', err, ...fields } = JSON.parse(json) as Entry;
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${plain(value)}`);
  const stack = err?.stack ? `\n${err.stack}` : '';
  return `${formatClock(time)} ${levels[level] ?? level} ${msg}${details.join('')}${stack}\n`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
