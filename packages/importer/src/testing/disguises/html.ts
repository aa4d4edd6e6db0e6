import { read, unread, type Disguises } from './disguise.ts';

/** The style sheet that the disguises refer to. */
export const disguiseSheet = `<style>
/* .struck { } */ td .struck, p.struck { text-decoration: underline line-through }
.outer > .gone { display: none !important } .hush { visibility: hidden }
@media screen { .raised { vertical-align: super; font-size: 60% } } @media print { .kept { display: none } }
#faint { opacity: 0 } span[data-old] { text-decoration-line: line-through } .ink { color: #fff }
.word { mso-hide: all }
</style>`;

const mark = (stray: string) => stray.slice(-1);

/** Disguises of figures in a web page, as the content of their cells. */
export const htmlDisguises: Disguises = {
  'after s': read((figure, stray) => `<s>${stray}</s>${figure}`),
  'after strike': read((figure, stray) => `<strike>${stray}</strike> ${figure}`),
  'after del, in ins': read((figure, stray) => `<del>${stray}</del><ins>${figure}</ins>`),
  'after nested del': read((figure, stray) => `<p><font><del><b>${stray}</b></del></font>${figure}</p>`),
  'after line-through': read((figure, stray) => `<span style="text-decoration: line-through">${stray}</span>${figure}`),
  'after line-through by class': read((figure, stray) => `<span class="x struck">${stray}</span>${figure}`),
  'after line-through by attribute': read((figure, stray) => `<span data-old>${stray}</span>${figure}`),
  'after a struck-out paragraph': read((figure, stray) => `<p class="struck">${stray}</p><p>${figure}</p>`),
  'beside display: none': read((figure, stray) => `${figure}<span style="DISPLAY:NONE">${stray}</span>`),
  'beside display: none by class': read(
    (figure, stray) => `<span class="outer"><i class="gone">${stray}</i></span>${figure}`,
  ),
  'beside what only print hides': read((figure) => `<span class="kept">${figure}</span>`),
  'beside visibility: hidden': read((figure, stray) => `${figure}<b class="hush">${stray}</b>`),
  'visible inside what is not': read(
    (figure, stray) => `<span class="hush">${stray}<b style="visibility: visible">${figure}</b></span>`,
  ),
  'beside the attribute hidden': read((figure, stray) => `<span hidden>${stray}</span>${figure}`),
  'beside mso-hide': read(
    (figure, stray) => `${figure}<span style='mso-hide:all'>${stray}</span><i class=word>${stray}</i>`,
  ),
  'beside opacity 0': read((figure, stray) => `${figure}<span id="faint">${stray}</span>`),
  'beside font-size 0': read((figure, stray) => `<span style="font-size:0">${stray}</span>${figure}`),
  'beside white text': read(
    (figure, stray) => `${figure}<font color="#FFFFFF">${stray}</font><i class="ink">${stray}</i>`,
  ),
  'beside text off the page': read(
    (figure, stray) => `${figure}<span style="position:absolute;left:-9999px">${stray}</span>`,
  ),
  'with sup': read((figure, stray) => `${figure}<sup>${mark(stray)}</sup>`),
  'with a bracketed sup link': read((figure, stray) => `${figure}<sup><a href="#n">[${mark(stray)}]</a></sup>`),
  'with sub': read((figure, stray) => `${figure}<sub>${mark(stray)}</sub>`),
  'with vertical-align: super': read(
    (figure, stray) => `${figure}<span style="vertical-align:super">${mark(stray)}</span>`,
  ),
  'with vertical-align by class': read((figure, stray) => `${figure}<span class="raised">${mark(stray)}</span>`),
  'raised by a length': read((figure, stray) => `${figure}<span style="vertical-align:4pt">${mark(stray)}</span>`),
  'with a note of Word': read(
    (figure, stray) =>
      `${figure}<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>${mark(stray)}</span></a>`,
  ),
  'with a link to a note': read((figure, stray) => `${figure}<a href="#note">${mark(stray)}</a>`),
  'under a phonetic guide': read((figure, stray) => `<ruby>${figure}<rp>(</rp><rt>${stray}</rt><rp>)</rp></ruby>`),
  'beside a comment': read((figure, stray) => `<!-- ${stray} -->${figure}<!--[if gte mso 9]>${stray}<![endif]-->`),
  'in an input': read((figure) => `<input type="text" value="${figure}" readonly>`),
  'in an input beside a hidden one': read(
    (figure, stray) =>
      `<input type="hidden" value="${stray}"><input value=${figure}><input type=button value="${stray}">`,
  ),
  'in a text area': read((figure) => `<textarea>${figure}</textarea>`),
  'chosen from a list': read(
    (figure, stray) => `<select><option>${stray}</option><option selected>${figure}</option></select>`,
  ),
  'struck out without a new one': unread((figure) => `<s>${figure}</s>`),
  'with a struck-out digit in its middle': unread((figure, stray) =>
    figure.length < 2 ? figure : `${figure.slice(0, 1)}<s>${stray}</s>${figure.slice(1)}`,
  ),
  'as a picture': unread(() => '<img src="a.png" width="40" height="12">'),
  'as an error of Excel': unread(() => '#REF!'),
  'as a percentage': unread(() => '12.5%'),
  'as a date': unread(() => '2024-01-05'),
};
