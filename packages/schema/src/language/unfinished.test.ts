import { describe, expect, it } from 'vitest';
import { unfinished } from './unfinished.ts';

const found = (text: string, heading = false) =>
  unfinished({ section: 'overview', block: 0, text, heading }).map((sentence) => sentence.text);
const whole = '这一段写得完完整整，没有漏掉任何数字，也没有少写一个字，最后以句号结束。';

describe('a number that is gone', () => {
  const verbs = ['共', '共计', '累计', '合计', '收到', '受理', '答复', '办结', '制发', '制定', '废止', '发布', '公开'];
  it.each([...verbs, '公开信息'])('is missed after %s', (verb) => {
    expect(found(`全年${verb}件。`)).toEqual([`全年${verb}件。`]);
    expect(found(`全年${verb}3件。`)).toEqual([]);
  });

  it.each(['件', '条', '篇', '份', '次', '人次', '期', '场'])('is missed before %s', (measure) => {
    for (const stop of ['，', '。', '；', '、', ',', ';'])
      expect(found(`全年收到${measure}${stop}`)[0]).toContain(measure);
    expect(found(`全年收到 \u3000${measure}`)).toHaveLength(1);
    expect(found(`全年收到${measure}数如下。`)).toEqual([]);
  });

  it('is not missed after other words, nor before other ones', () => {
    expect(found('全年看到件。')).toEqual([]);
    expect(found('全年收到信。')).toEqual([]);
  });
});

describe('a total that is gone', () => {
  it.each([
    '现行有效规范性文件。',
    '现行有效的规范性文件。',
    '现行有效行政规范性文件。',
    '现行有效的行政规范性文件',
    '制发一件， 现行有效规范性文件。',
    '制发一件,现行有效规范性文件。',
    '制发一件；\u3000现行有效规范性文件；其余如前。',
    '制发一件;现行有效规范性文件。',
  ])('in %s', (text) => {
    expect(found(text)).toEqual([text]);
  });

  it.each(['现行有效规范性文件3件。', '公布现行有效规范性文件。', '现行有效规范性文件目录。'])(
    'is not in %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('a paragraph that breaks off', () => {
  const open = whole.slice(0, -1);
  it('ends on a letter, digit or comma; its last sentence is meant', () => {
    expect(found(whole)).toEqual([]);
    for (const end of ['字', 'a', '8', '，', '、', ',']) {
      expect(found(`${open}${end}`)).toEqual([`${open}${end}`]);
      expect(found(`第一句。${open}${end} `)).toEqual([`${open}${end} `]);
    }
    for (const end of ['。', '！', '）', '”', '：', '；']) expect(found(`${open}${end}`)).toEqual([]);
  });

  it('is no signature or date: those are short', () => {
    expect(found('字'.repeat(25))).toHaveLength(1);
    expect(found('字'.repeat(24))).toEqual([]);
    expect(found(` ${'字'.repeat(24)} `)).toEqual([]);
  });

  it('is no heading', () => {
    expect(found(open, true)).toEqual([]);
    expect(found('全年收到件。', true)).toEqual([]);
  });
});
