import type { TextBlock } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../read/html/read-html.ts';
import { readText } from '../../read/text/read-text.ts';
import { linesOf } from '../text/lines.ts';
import { textBlocks } from './prose.ts';

const ofText = (text: string): TextBlock[] => textBlocks(linesOf(readText(text)));
const ofHtml = (html: string): TextBlock[] => textBlocks(linesOf(readHtml(html)));
const list = (ordered: boolean, ...texts: string[]) => ({
  type: 'list',
  ordered,
  items: texts.map((text) => ({ text })),
});

describe('in plain text', () => {
  it.each(['- ', '* ', '+ ', '•', '● ', '■', '◆', '➢ ', '· '])('lines that begin with %j are a list', (sign) => {
    expect(ofText(`开展三项工作：\n${sign}梳理目录\n${sign}更新指南\n以上。`)).toEqual([
      { type: 'paragraph', text: '开展三项工作：' },
      list(false, '梳理目录', '更新指南'),
      { type: 'paragraph', text: '以上。' },
    ]);
  });

  it.each(['1. ', '1.', '1、', '1．'])('lines numbered like %j one after another are an ordered list', (first) => {
    expect(ofText(`${first}梳理目录。\n${first.replace('1', '2')}更新指南。`)).toEqual([
      list(true, '梳理目录。', '更新指南。'),
    ]);
  });

  it('lines set in by two blanks or more are a list inside an item, and none lies deeper', () => {
    expect(ofText('- 甲\n  - 子\n    - 丑\n- 乙\n   1. 寅\n   2. 卯')).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          { text: '甲', list: { ordered: false, items: ['子', '丑'] } },
          { text: '乙', list: { ordered: true, items: ['寅', '卯'] } },
        ],
      },
    ]);
  });

  it('numbers go on where they begin', () => {
    expect(ofText('3. 甲\n4. 乙')).toEqual([{ ...list(true, '甲', '乙'), start: 3 }]);
  });

  it('one number alone is a heading or a paragraph, and so are numbers that do not follow one another', () => {
    expect(ofText('1.主动公开\n全年公开信息。\n2.依申请公开\n全年没有申请。').map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect(ofText('1.甲事。\n3.丙事。')).toEqual([
      { type: 'paragraph', text: '1.甲事。' },
      { type: 'paragraph', text: '3.丙事。' },
    ]);
  });

  it('no sign of a figure is taken for a bullet', () => {
    expect(ofText('- 5\n-4-\n- 12.5%').every(({ type }) => type === 'paragraph')).toBe(true);
  });

  it('an item broken by the width of the page is joined', () => {
    expect(ofText('- 全年通过政府网站和公告栏公开各类信息，其中规范性文\n件若干件。\n- 乙')).toEqual([
      list(false, '全年通过政府网站和公告栏公开各类信息，其中规范性文件若干件。', '乙'),
    ]);
  });
});

describe('in a web page', () => {
  it('lists are lists, with their numbers and nested ones', () => {
    expect(
      ofHtml('<ol start=2><li>甲<ul><li>子</li><li>丑</li></ul></li><li><p>乙</p></li></ol><ul><li>丙</li></ul>'),
    ).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 2,
        items: [{ text: '甲', list: { ordered: false, items: ['子', '丑'] } }, { text: '乙' }],
      },
      list(false, '丙'),
    ]);
  });

  it('a list that shows no marks is paragraphs', () => {
    expect(ofHtml('<ul style="list-style: none"><li>甲</li><li>乙</li></ul>').map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });
});
