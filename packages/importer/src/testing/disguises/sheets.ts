import { read, unread, type Disguises } from './disguise.ts';

/** Fonts of the workbook's styles 1 to 3: struck out, raised, hidden by format; 4 percent, 5 date, 6 boolean-like. */
export const xlsxStyles = `<styleSheet><numFmts count="2"><numFmt numFmtId="170" formatCode=";;;"/><numFmt numFmtId="171" formatCode="#,##0,"/></numFmts>
<fonts><font/><font><strike/></font><font><vertAlign val="superscript"/></font></fonts>
<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;

const text = (content: string) => `t="inlineStr"><is>${content}</is>`;
const part = (value: string, properties = '') => `<r><rPr>${properties}</rPr><t xml:space="preserve">${value}</t></r>`;
/** The figure with the error of binary arithmetic in the seventeenth digit. */
const noise = (figure: string) => (Number(figure) * (1 + 2 ** -52)).toPrecision(17);

/** Disguises of figures in an .xlsx, as attributes and content of their cells. */
export const xlsxDisguises: Disguises = {
  'after a struck-out run': read((figure, stray) => text(part(stray, '<strike/>') + part(figure))),
  'with a superscript': read((figure, stray) =>
    text(part(figure) + part(stray.slice(-1), '<vertAlign val="superscript"/>')),
  ),
  'under a phonetic guide': read((figure, stray) => text(`<t>${figure}</t><rPh sb="0" eb="1"><t>${stray}</t></rPh>`)),
  'as a formula with its result': read((figure) =>
    /^\d+$/.test(figure) ? `><f>1+1</f><v>${figure}</v>` : `t="str"><f>1&amp;1</f><v>${figure}</v>`,
  ),
  'with float noise': read((figure) => (/^\d+$/.test(figure) ? `><v>${noise(figure)}</v>` : text(`<t>${figure}</t>`))),
  'struck out as a whole': unread((figure) => `s="1" ${text(`<t>${figure}</t>`)}`),
  'raised as a whole': unread((figure) => `s="2" ${text(`<t>${figure}</t>`)}`),
  'as #REF!': unread(() => 't="e"><f>SUM(#REF!)</f><v>#REF!</v>'),
  'as #DIV/0!': unread(() => 't="e"><v>#DIV/0!</v>'),
  'as #N/A': unread(() => 't="e"><f>NA()</f><v>#N/A</v>'),
  'as a text of an error': unread(() => text('<t>#VALUE!</t>')),
  'as a formula without a result': unread(() => '><f>SUM(A1:A2)</f>'),
  'as a formula with an empty result': unread(() => '><f>SUM(A1:A2)</f><v></v>'),
  'as a boolean': unread(() => 't="b"><v>1</v>'),
  'as a date': unread(() => 's="4"><v>45296</v>'),
  'as an ISO date': unread(() => 't="d"><v>2024-01-05</v>'),
  'as a percentage': unread(() => 's="3"><v>0.125</v>'),
  'shown in thousands': unread(() => 's="6"><v>452100</v>'),
  'as a text that begins with digits': unread(() => text('<t>45件左右</t>')),
};

/** Disguises of figures in an .ods, as attributes and content of their cells; styles as in `odsStyles`. */
export const odsDisguises: Disguises = {
  'after a struck-out span': read(
    (figure, stray) =>
      `office:value-type="string"><text:p><text:span text:style-name="S">${stray}</text:span>${figure}</text:p>`,
  ),
  'with a superscript': read(
    (figure, stray) =>
      `office:value-type="string"><text:p>${figure}<text:span text:style-name="U">${stray.slice(-1)}</text:span></text:p>`,
  ),
  'beside hidden text': read(
    (figure, stray) =>
      `office:value-type="string"><text:p>${figure}<text:span text:style-name="H">${stray}</text:span></text:p>`,
  ),
  'with a comment': read(
    (figure, stray) =>
      `office:value-type="string"><office:annotation><text:p>${stray}</text:p></office:annotation><text:p>${figure}</text:p>`,
  ),
  'with float noise': read((figure) =>
    /^\d+$/.test(figure)
      ? `office:value-type="float" office:value="${noise(figure)}"><text:p>${figure}</text:p>`
      : `office:value-type="string"><text:p>${figure}</text:p>`,
  ),
  'struck out as a whole': unread(
    (figure) =>
      `table:style-name="C" office:value-type="float" office:value="${parseFloat(figure)}"><text:p>${figure}</text:p>`,
  ),
  'as an error': unread(
    () => 'table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p>',
  ),
  'as an error of LibreOffice': unread(
    () => 'table:formula="of:=a" office:value-type="string"><text:p>Err:502</text:p>',
  ),
  'as a formula without a result': unread(() => 'table:formula="of:=1+1">'),
  'as a boolean': unread(() => 'office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p>'),
  'as a date': unread(() => 'office:value-type="date" office:date-value="2024-01-05"><text:p>2024-1-5</text:p>'),
  'as a percentage': unread(() => 'office:value-type="percentage" office:value="0.12"><text:p>12%</text:p>'),
};

export const odsStyles = `<office:automatic-styles>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:text-properties style:text-line-through-type="single"/></style:style>
</office:automatic-styles>`;

const data = (type: string, content: string) => `><ss:Data ss:Type="${type}">${content}</ss:Data>`;

/** Disguises of figures in the XML of Excel 2003, as attributes and content of their cells; styles as in `spreadsheetMlStyles`. */
export const spreadsheetMlDisguises: Disguises = {
  'after a struck-out run': read((figure, stray) => data('String', `<S>${stray}</S><Font>${figure}</Font>`)),
  'with a superscript': read((figure, stray) => data('String', `<B>${figure}</B><Sup>${stray.slice(-1)}</Sup>`)),
  'with a comment': read(
    (figure, stray) => `${data('String', figure)}<ss:Comment><ss:Data>${stray}</ss:Data></ss:Comment>`,
  ),
  'with float noise': read((figure) => (/^\d+$/.test(figure) ? data('Number', noise(figure)) : data('String', figure))),
  'struck out as a whole': unread((figure) => `ss:StyleID="struck" ${data('String', figure)}`),
  'as an error': unread(() => `ss:Formula="=1/0" ${data('Error', '#DIV/0!')}`),
  'as a formula without a result': unread(() => 'ss:Formula="=1+1">'),
  'as a boolean': unread(() => data('Boolean', '1')),
  'as a date': unread(() => data('DateTime', '2024-01-05T00:00:00.000')),
  'as a percentage': unread(() => `ss:StyleID="percent" ${data('Number', '0.12')}`),
};

export const spreadsheetMlStyles = `<ss:Styles><ss:Style ss:ID="Default"/><ss:Style ss:ID="struck"><ss:Font ss:StrikeThrough="1"/></ss:Style>
<ss:Style ss:ID="percent"><ss:NumberFormat ss:Format="0%"/></ss:Style></ss:Styles>`;
