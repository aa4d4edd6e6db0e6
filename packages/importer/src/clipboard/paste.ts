import { cellOf, type Form } from '@gongkai/schema';
import { linesOf } from '../recognise/text/lines.ts';
import { readCellText } from '../recognise/table/cells/cell-text.ts';
import { createSumCheck } from '../recognise/table/rows/sums.ts';
import type { SourceBlock } from '../source/document.ts';
import { Refusal } from '../source/refusal.ts';
import { pasteByLabels } from './labelled.ts';
import { mapFills, refused, type PasteOutcome } from './outcome.ts';
import { pasteByPosition } from './positional.ts';
import { readSource, type ClipboardContent } from './source.ts';

export type { PastedCell, PasteOutcome } from './outcome.ts';
export type { ClipboardContent } from './source.ts';

/**
 * Computes the outcome of pasting into the tables of a report. Figures with row labels are placed by their labels,
 * other figures from the given cell on; figures that cannot be placed with certainty are refused or asked about, never
 * moved.
 * @param at key of the cell that is pasted at
 */
export function pasteOutcome(content: ClipboardContent, form: Form, at: string): PasteOutcome {
  return askAboutDashes(form, placed(content, form, at));
}

function placed(content: ClipboardContent, form: Form, at: string): PasteOutcome {
  try {
    const { blocks, joined } = readSource(content);
    const split = pasteByLabels(form, linesOf({ blocks, notes: [] }), at) ?? unlabelled(form, blocks, at);
    return joined ? chooseReading(form, split, unlabelled(form, joined, at)) : split;
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    throw error;
  }
}

function unlabelled(form: Form, blocks: readonly SourceBlock[], at: string): PasteOutcome {
  const grids = blocks.filter((block) => block.type === 'grid');
  const [grid, another] = grids;
  if (another) return refused('复制的内容有几个表格，又没有认出其中的行名。请逐个复制，或连同行名一起复制。');
  if (grid) return pasteByPosition(form, grid, at);
  const [text, more] = blocks;
  if (text?.type !== 'text') return refused('剪贴板里没有文字或表格。');
  if (more) return refused('复制的文字里没有认出这份报告的表格。请从表格中复制，或只复制数字。');
  return { type: 'fill', cells: [{ cell: at, text: text.text }], remarks: [] };
}

/** A blank between digits may separate two figures or thousands; the sums of the form may decide. */
function chooseReading(form: Form, split: PasteOutcome, joined: PasteOutcome): PasteOutcome {
  const [splitAddsUp, joinedAddsUp] = [addsUp(form, split), addsUp(form, joined)];
  if (splitAddsUp !== joinedAddsUp) return splitAddsUp ? split : joined;
  const choices = [
    { label: '空格分开各格', outcome: split },
    { label: '空格是千位分隔', outcome: joined },
  ].flatMap(({ label, outcome }) =>
    outcome.type === 'fill' ? [{ label: `${label}，共 ${outcome.cells.length} 格`, outcome }] : [],
  );
  if (choices.length === 0) return split;
  return {
    type: 'question',
    question: '数字之间的空格可能分开各格，也可能是千位分隔（1 234 即 1234）。请选择怎样粘贴。',
    choices,
  };
}

/** True if sums of the form cover the filled cells and all of them hold. */
function addsUp(form: Form, outcome: PasteOutcome): boolean {
  if (outcome.type !== 'fill') return false;
  const values = outcome.cells.map(({ cell, text }) => {
    const read = readCellText(text);
    return [cell, read.type === 'number' ? Number(read.digits) : null] as const;
  });
  return createSumCheck(form)(new Map(values));
}

const dash = /^[-－−–—―─]{1,2}$/u;

/** A dash means either zero (in accounting) or no answer, so the clerk is asked. */
function askAboutDashes(form: Form, outcome: PasteOutcome): PasteOutcome {
  return mapFills(outcome, (fill) => {
    const dashes = fill.cells.filter(({ text }) => dash.test(text.trim()));
    if (dashes.length === 0) return fill;
    const as = (value: (cell: string, text: string) => 0 | '0' | null | { na: string }): PasteOutcome => ({
      ...fill,
      cells: fill.cells.map((cell) =>
        dashes.includes(cell) ? { ...cell, value: value(cell.cell, cell.text.trim()) } : cell,
      ),
    });
    return {
      type: 'question',
      question: `有 ${dashes.length} 格只有一横“${dashes[0]!.text.trim()}”。会计格式用它表示 0，也有人用它表示不适用。请选择怎样粘贴这些格。`,
      choices: [
        { label: '按 0', outcome: as((cell) => (cellOf(form, cell).measure === 'money' ? '0' : 0)) },
        { label: '留空白', outcome: as(() => null) },
        { label: '按不适用，照原样', outcome: as((_cell, text) => ({ na: text })) },
      ],
    };
  });
}
