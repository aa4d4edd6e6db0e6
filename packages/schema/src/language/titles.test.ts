import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { sampleReport } from '../catalogue/run-vector.ts';
import { bareTitle, isTitleOf, sectionTitleAsFound } from './titles.ts';

const form = forms.at(-1)!;
const { sections } = sampleReport(form, {});
const section = form.sections.find(({ key }) => key === 'problems')!;

it.each([
  '一、总体情况',
  '十一．总体情况',
  '1.总体情况',
  '2，总体情况',
  '12：总体情况',
  '3:总体情况',
  '第一部分 总体情况',
  '第十二部分：总体情况',
  '一部分、总体情况',
  '1部分、总体情况',
  '、总体情况',
  '总体情况。',
  '总体情况：',
  '总体情况:',
  ' 总 体 情 况 ',
])('%j is bare without its number and stop', (title) => {
  expect(bareTitle(title)).toBe('总体情况');
});

it('keeps numbers and stops within a title', () => {
  expect(bareTitle('总体情况一、二')).toBe('总体情况一、二');
  expect(bareTitle('情况。说明')).toBe('情况。说明');
  expect(bareTitle('一、二、情况')).toBe('二、情况');
});

it('knows a section’s title in the source by where it stands, the section’s own first', () => {
  const titled = sections.map((each) => (each.key === 'problems' ? { ...each, titleAsFound: '五、经验与体会' } : each));
  expect(sectionTitleAsFound(section, titled, { labels: { problems: '五、问题。' } })).toBe('经验与体会');
  expect(sectionTitleAsFound(section, sections, { labels: { problems: '五、问题。' } })).toBe('问题');
  expect(sectionTitleAsFound(section, sections, { labels: { overview: '五、问题。' } })).toBeUndefined();
  expect(sectionTitleAsFound(section, sections, {})).toBeUndefined();
  expect(sectionTitleAsFound(section, sections, { labels: { problems: `5. ${section.title}：` } })).toBeUndefined();
  expect(sectionTitleAsFound(section, [], { labels: { problems: '问题' } })).toBe('问题');
});

it('takes the official title and its known other wordings', () => {
  for (const title of [section.title, ...section.aliases!]) expect(isTitleOf(section, `五、${title}`)).toBe(true);
  expect(isTitleOf(section, '经验与体会')).toBe(false);
  const plain = form.sections.filter(({ aliases }) => !aliases);
  for (const other of plain) expect([isTitleOf(other, other.title), isTitleOf(other, '别的')]).toEqual([true, false]);
});
