import { documentTerm } from '../../form-parts/disclosure-terms.ts';
import { buildVocabulary } from '../../form-parts/vocabulary.ts';
import type { CellKeyOf } from '../../layout/layout.ts';
import type { Vocabulary } from '../../layout/vocabulary.ts';
import type { layout } from './layout.ts';

type Key = CellKeyOf<typeof layout>;

export const vocabulary: Vocabulary = buildVocabulary(
  ['requests.otherHandling.total' satisfies Key],
  [
    documentTerm(
      '规范性文件',
      'normative documents produced',
      '(?:新)?(?:制作|制发|制定)',
      'disclosure.normativeDocuments.produced' satisfies Key,
    ),
    documentTerm(
      '规章',
      'regulations produced',
      '(?:新)?(?:制作|制发|制定)',
      'disclosure.regulations.produced' satisfies Key,
    ),
  ],
);
