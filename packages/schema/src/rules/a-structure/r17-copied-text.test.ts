import { expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { sampleReport } from '../../catalogue/run-vector.ts';
import { r17 } from './r17-copied-text.ts';

const form = forms.at(-1)!;
const sentence = '本年度围绕水库除险、农村供水和河湖管护三件实事更新专栏，逐月核对目录，邀请用水户代表到场座谈，';
const text = `${sentence}把办理结果当场说明并在公告栏张贴，村组干部逐户送达办事指南，群众反映的七个问题都已答复并回访。`;
const changed = text.replace('回访', '走访');
const reportOf = (agency: string, overview: string) => sampleReport(form, { agency, text: { overview: [overview] } });

it('says once of a section whose text it is, the most alike first', () => {
  const peers = [reportOf('甲镇人民政府', changed), reportOf('乙镇人民政府', text)];
  const previous = { ...reportOf('青原镇人民政府', text), year: form.years.from - 1 };
  const findings = r17.test!(reportOf('青原镇人民政府', text), form, { previous, peers });
  const year = form.years.from;
  expect(findings).toMatchObject([
    {
      verdict: 'fail',
      section: 'overview',
      params: {
        section: '总体情况',
        share: 100,
        other: `青原镇人民政府${year - 1}年度报告、乙镇人民政府${year}年度报告、甲镇人民政府${year}年度报告`,
      },
    },
  ]);
});

it('names no more than three reports', () => {
  const peers = ['甲', '乙', '丙', '丁'].map((name) => reportOf(`${name}镇人民政府`, text));
  const [finding] = r17.test!(reportOf('青原镇人民政府', text), form, { peers });
  expect(finding!.params['other']).toMatch(/^甲.*、乙.*、丙[^丁]*……$/);
});
