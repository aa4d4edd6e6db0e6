import { r52 } from '../../claims/r52.ts';
import { claimRules } from '../../claims/rules.ts';
import { peerRules } from '../../peers/rules.ts';
import { publicationRules } from '../../publication/rules.ts';
import { rollUpRules } from '../../roll-up/rules.ts';
import { citeForm } from '../../rules/cite-form.ts';
import type { Rule, VectorsOf } from '../../rules/rule.ts';
import { textRules, topicRules } from '../../text/rules.ts';

import { layout } from './layout.ts';

const documents = 'disclosure.normativeDocuments.issued';

/** Checks on text and context, beside those on figures. This form prescribes topics that the one before did not. */
export const catalogue: readonly Rule[] = citeForm(layout, [
  ...textRules,
  ...topicRules,
  ...claimRules,
  {
    ...r52,
    vectors: [
      {
        name: 'the figure of the table',
        set: { [documents]: 2 },
        text: { overview: ['全年制发行政规范性文件 2 件。'] },
        verdict: 'pass',
      },
      {
        name: 'another number',
        set: { [documents]: 2 },
        text: { overview: ['全年制发行政规范性文件 3 件。'] },
        verdict: 'fail',
      },
      {
        name: 'a blank figure',
        set: { [documents]: null },
        text: { overview: ['全年制发行政规范性文件 2 件。'] },
        verdict: 'skip',
      },
    ] satisfies VectorsOf<typeof layout>,
  },
  ...rollUpRules,
  ...publicationRules,
  ...peerRules,
]);
