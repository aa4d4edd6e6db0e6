import { read, unread, type Disguises } from './disguise.ts';

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const inStyle = (text: string, style: string) => paragraph(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, run(text));

/** Styles that the disguises refer to. */
export const disguiseStyles = [
  ['character', 'Struck', '<w:strike/>'],
  ['character', 'Note', '<w:vertAlign w:val="superscript"/>'],
  ['character', 'NoteBelow', '', 'Note'],
  ['character', 'Secret', '<w:vanish/>'],
  ['paragraph', 'OldFigures', '<w:dstrike/>'],
  ['paragraph', 'Hidden', '<w:vanish/>'],
]
  .map(
    ([type, id, properties, based]) =>
      `<w:style w:type="${type}" w:styleId="${id}">${based ? `<w:basedOn w:val="${based}"/>` : ''}<w:rPr>${properties}</w:rPr></w:style>`,
  )
  .join('');

/** Disguises of figures in a Word file, as the content of their cells. */
export const docxDisguises: Disguises = {
  'after a struck-out run': read((figure, stray) => paragraph(run(stray, '<w:strike/>'), run(figure))),
  'before a struck-out run': read((figure, stray) => paragraph(run(figure), run(stray, '<w:strike w:val="true"/>'))),
  'after a doubly struck-out run': read((figure, stray) =>
    paragraph(run(stray, '<w:dstrike w:val="1"/>'), run(figure)),
  ),
  'after a run struck out by its style': read((figure, stray) =>
    paragraph(run(stray, '<w:rStyle w:val="Struck"/>'), run(figure)),
  ),
  'after a paragraph struck out by its style': read(
    (figure, stray) => inStyle(stray, 'OldFigures') + paragraph(run(figure)),
  ),
  'not struck out, whatever the run says no to': read((figure) =>
    paragraph(run(figure, '<w:strike w:val="0"/><w:dstrike w:val="false"/><w:vanish w:val="off"/>')),
  ),
  'after a deletion and in an insertion': read(
    (figure, stray) =>
      `<w:p><w:del w:id="1"><w:r><w:delText>${stray}</w:delText></w:r></w:del><w:ins w:id="2">${run(figure)}</w:ins></w:p>`,
  ),
  'after a moved-away run': read(
    (figure, stray) =>
      `<w:p><w:moveFrom w:id="1">${run(stray)}</w:moveFrom><w:moveTo w:id="2">${run(figure)}</w:moveTo></w:p>`,
  ),
  'in two paragraphs whose break is deleted': read((figure) =>
    figure.length < 2
      ? paragraph(run(figure))
      : `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run(figure.slice(0, 1))}</w:p>${paragraph(run(figure.slice(1)))}`,
  ),
  'beside hidden text': read((figure, stray) => paragraph(run(figure), run(stray, '<w:vanish/>'))),
  'beside text hidden by its style': read((figure, stray) =>
    paragraph(run(stray, '<w:rStyle w:val="Secret"/>'), run(figure)),
  ),
  'above a hidden paragraph': read((figure, stray) => paragraph(run(figure)) + inStyle(stray, 'Hidden')),
  'beside white text': read((figure, stray) => paragraph(run(figure), run(stray, '<w:color w:val="FFFFFF"/>'))),
  'beside text of one half point': read((figure, stray) => paragraph(run(figure), run(stray, '<w:sz w:val="1"/>'))),
  'with a superscript': read((figure, stray) =>
    paragraph(run(figure), run(stray.slice(-1), '<w:vertAlign w:val="superscript"/>')),
  ),
  'with a subscript': read((figure, stray) =>
    paragraph(run(figure), run(stray.slice(-1), '<w:vertAlign w:val="subscript"/>')),
  ),
  'with a superscript by style': read((figure, stray) =>
    paragraph(run(figure), run(stray.slice(-1), '<w:rStyle w:val="NoteBelow"/>')),
  ),
  'with a raised digit': read((figure, stray) =>
    paragraph(run(figure), run(stray.slice(-1), '<w:position w:val="8"/><w:sz w:val="12"/>')),
  ),
  'raised as a whole': read((figure) => paragraph(run(figure, '<w:position w:val="6"/>'))),
  'with a footnote reference': read((figure, stray) =>
    paragraph(
      run(figure),
      `<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>${stray.slice(-1)}</w:t></w:r>`,
    ),
  ),
  'with a comment': read((figure) =>
    paragraph(
      '<w:commentRangeStart w:id="0"/>',
      run(figure),
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    ),
  ),
  'under a phonetic guide': read(
    (figure, stray) =>
      `<w:p><w:r><w:ruby><w:rt>${run(stray)}</w:rt><w:rubyBase>${run(figure)}</w:rubyBase></w:ruby></w:r></w:p>`,
  ),
  'beside a text box': read((figure, stray) =>
    paragraph(
      run(figure),
      `<w:r><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent>${paragraph(run(stray))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  ),
  'in runs of single characters': read((figure) => paragraph(...[...figure].map((one) => run(one)))),
  'struck out without a new one': unread((figure) => paragraph(run(figure, '<w:strike/>'))),
  'with a struck-out digit in its middle': unread((figure, stray) =>
    figure.length < 2
      ? paragraph(run(figure))
      : paragraph(run(figure.slice(0, 1)), run(stray, '<w:strike/>'), run(figure.slice(1))),
  ),
  'in a floating box': unread((figure) =>
    paragraph(
      `<w:r><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent>${paragraph(run(figure))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  ),
  'as a picture': unread(() => paragraph('<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>')),
  'with a digit of a symbol font': unread((figure) =>
    paragraph(run(figure), '<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>'),
  ),
};
