import { matchKey } from '../../text/match-key.ts';
import { alignToColumns } from './align-to-columns.ts';
import type { LabelIndex } from './labels.ts';
import { matchRow } from './match-label.ts';
import { withoutNote } from './note-in-label.ts';
import type { Label, LabelClassifier } from '../cells/value-rows.ts';

/** Creates the classifier of a table's texts, which uses the labels of the form to find its rows of figures. */
export function createLabelClassifier(index: LabelIndex): LabelClassifier {
  return {
    isBlankRow: (texts, before, slots) => {
      const row = { own: texts, before, slots: [...slots], strays: [], grid: 0, line: 0 };
      const match = slots.length > 0 ? matchRow(row, [], index) : undefined;
      const across = match?.rows[0]?.block.direction === 'across';
      return (
        match !== undefined &&
        match.wording === undefined &&
        across === (texts.length === 0) &&
        alignToColumns(slots, match.rows.length * match.rows[0]!.block.columns.length).type === 'exact'
      );
    },
    isLabel: (texts) => texts.length > 0 && index.exact(matchKey(withoutNote(texts.at(-1)!.text))) !== undefined,
    isHead: ({ text }: Label) => index.isHead(matchKey(withoutNote(text))),
  };
}
