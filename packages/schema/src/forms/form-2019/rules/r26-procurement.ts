import { valueIn } from '../../../report/values.ts';
import { isAnswered } from '../../../report/value.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import type { layout } from '../layout.ts';

const projectsCell = 'disclosure.centralisedProcurement.projects';
const amountCell = 'disclosure.centralisedProcurement.amount';

export const r26: Rule = {
  id: 'R26',
  chapter: 'B',
  severity: 'explain',
  title: {
    zh: '采购项目数量与采购总金额同为 0 或同不为 0',
    en: 'procurement projects and amount are both 0 or neither',
  },
  citation: { document: '国办公开办函〔2019〕60号', place: '第二部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '政府集中采购项目数量填 {projects}，采购总金额填 {amount} 万元，一个为 0 而另一个不为 0。请核对，或说明原因。',
    en: 'Centralised procurement: {projects} projects for {amount} 万元; one is 0, the other is not. Correct or explain it.',
  },
  test({ tables }) {
    const cells = [projectsCell, amountCell];
    const [projects, amount] = cells.map((cell) => valueIn(tables, cell));
    if (!isAnswered(projects!) || !isAnswered(amount!))
      return [{ verdict: 'skip', scope: 'row', cells, params: {}, reason: 'blank_cells' }];
    const agree = (Number(projects) === 0) === (Number(amount) === 0);
    return [{ verdict: agree ? 'pass' : 'fail', scope: 'row', cells, params: { projects, amount } }];
  },
  vectors: [
    { name: 'one project and its amount', set: { [projectsCell]: 1, [amountCell]: '105.650' }, verdict: 'pass' },
    { name: 'an amount without a project', set: { [amountCell]: '25.1' }, verdict: 'fail' },
    { name: 'a blank amount', set: { [amountCell]: null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
