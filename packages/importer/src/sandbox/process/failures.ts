import type { ImportFailure } from '../../recognise/result.ts';

export const tooSlow: ImportFailure = {
  ok: false,
  code: 'too-slow',
  message: '读取文件用时太长，已经停止。',
  expected: '单独一份年度报告文件',
};

export const tooLarge: ImportFailure = {
  ok: false,
  code: 'too-large',
  message: '读取文件占用的内存太多，已经停止。',
  expected: '单独一份年度报告文件',
};
