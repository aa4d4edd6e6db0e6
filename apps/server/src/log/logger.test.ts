import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function logged(format: 'text' | 'json', level: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  return { lines, logger: createLogger({ level, format }, (line) => void lines.push(line)) };
}

it('writes lines that people can read', () => {
  const { lines, logger } = logged('text');
  logger.info({ id: 'a1', status: 200 }, '已答复');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d 信息 已答复 id=a1 status=200\n$/);
});

it('puts the stack of an error below its line', () => {
  const { lines, logger } = logged('text');
  logger.error({ err: new TypeError('broken') }, '出错');
  expect(lines[0]).toMatch(/错误 出错\nTypeError: broken\n\s+at /);
});

it('writes JSON with the time for programs', () => {
  const { lines, logger } = logged('json');
  logger.child({ id: 'a1' }).warn('慢');
  expect(JSON.parse(lines[0]!)).toEqual({ level: 40, time: expect.stringMatching(/^\d{4}-.*Z$/), id: 'a1', msg: '慢' });
});

it('keeps quiet below its level', () => {
  const { lines, logger } = logged('text', 'warn');
  logger.info('不写');
  expect(lines).toEqual([]);
});
