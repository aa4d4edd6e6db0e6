import { blankReport, forms } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { buildOutline } from './outline.ts';

const form = forms[0]!;
const report = blankReport(form, { name: '云溪县青原镇人民政府' }, 2020, 'own');

it('numbers the six official sections', () => {
  expect(buildOutline(form, report).map(({ title }) => title)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ]);
});

it('keeps the wording of the source and the position of a missing section', () => {
  const sections = [{ key: 'problems', titleAsFound: '存在问题及整改措施', blocks: [] }];
  const outline = buildOutline(form, { ...report, sections });
  expect(outline).toHaveLength(6);
  expect(outline[4]?.title).toBe('五、存在问题及整改措施');
});
