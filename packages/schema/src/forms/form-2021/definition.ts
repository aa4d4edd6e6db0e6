import { r52 } from '../../rules/e-text-against-tables/r52-document-figures.ts';
import { claimRules } from '../../rules/e-text-against-tables/index.ts';
import { peerRules } from '../../rules/i-peers/index.ts';
import { publicationRules } from '../../rules/h-timing/index.ts';
import { rollUpRules } from '../../rules/g-roll-up/index.ts';
import { citeForm } from '../../engine/cite-form.ts';
import type { FormDefinition } from '../../engine/form.ts';
import type { Rule, VectorsOf } from '../../engine/rule.ts';
import { textRules, topicRules } from '../../rules/a-structure/index.ts';

import { english } from './english.ts';
import { form2021 } from './form.ts';
import { layout } from './layout.ts';
import { vocabulary } from './vocabulary.ts';

const documents = 'disclosure.normativeDocuments.issued';

/** The rules on text and context. This form prescribes topics that the one before did not. */
const contextRules: readonly Rule[] = citeForm(layout, [
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

/** The form whole, for the registry. */
export const definition2021: FormDefinition = { ...form2021, contextRules, vocabulary, english };
