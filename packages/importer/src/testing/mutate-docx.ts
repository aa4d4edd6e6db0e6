import { change, insertAfter, type Mutation } from './mutate.ts';

/** Puts each element of WordprocessingML on a separate line, so that the line mutations apply. */
export function docxLines(body: string): string {
  return body.replaceAll(/(<w:(?:p|tr|tbl)>|<\/w:(?:tr|tbl)>)/g, '\n$1');
}

const cell = '<w:tc><w:tcPr/><w:p/></w:tc>';

/** Changes to the body of a Word file that keep every digit. */
export const docxMutations: readonly Mutation[] = [
  // split
  change(/<w:t /, insertAfter(/[\u4e00-\u9fff]/g, '</w:t></w:r><w:r><w:t xml:space="preserve">')),
  change(/<w:t /, insertAfter(/[\u4e00-\u9fff]/g, '</w:t><w:br/><w:t xml:space="preserve">')),
  change(/<w:t /, insertAfter(/[\u4e00-\u9fff]/g, '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">')),
  change(/^<w:tr>/, (line) => `</w:tbl><w:p/><w:tbl>${line}`),
  // drop
  change(/gridSpan/, (line) => line.replace(/<w:gridSpan[^>]*>/, '')),
  change(/vMerge/, (line) => line.replace(/<w:vMerge[^>]*>/, '')),
  change(/tblGrid/, (line) => line.replace(/<w:tblGrid>.*<\/w:tblGrid>/, '')),
  // retag
  change(/<w:r>/, (line) => line.replaceAll('<w:r>', '<w:ins><w:r>').replaceAll('</w:r>', '</w:r></w:ins>')),
  change(/<w:p>/, (line) => line.replace(/<w:r>/, '<w:smartTag><w:r>').replace(/<\/w:r>/, '</w:r></w:smartTag>')),
  change(/<w:t /, (line) => line.replaceAll(' xml:space="preserve"', '')),
  // pad
  change(/^<w:tr>/, (line) => line.replace('<w:tr>', `<w:tr>${cell}`)),
  change(/^<\/w:tr>/, (line) => `${cell}${line}`),
  change(/^<w:tr>/, (line) => `<w:tr>${cell}</w:tr>${line}`),
  change(/^<w:p>/, (line) => `<w:p/>${line}`),
  change(/<w:t /, insertAfter(/[\u4e00-\u9fff]/g, '\u3000')),
];
