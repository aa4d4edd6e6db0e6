import { forms, type Form } from '@gongkai/schema';
import { specimen } from '../specimen.ts';
import { cell, onRowsOf, write, type Variation } from './variation.ts';

const first = (form: Form) => form === forms[0];
const latest = (form: Form) => form === forms.at(-1);
const amount = 'disclosure.administrativeFees.amount';
const spent = 'disclosure.centralisedProcurement.amount';
const change = 'disclosure.licensing.change';
const issued = 'disclosure.regulations.issued';
const decisions = 'disclosure.licensing.decisions';

/** A figure written in another way, and its expected value. */
const says =
  (key: string, suits: Variation['suits']) =>
  (written: string, value: string): Variation => ({
    name: `${key.split('.').at(-1)} written \`${written}\``,
    suits,
    change: write({ [key]: written }),
    expected: { [key]: value },
  });
const blanks = (name: string, pattern: RegExp): Variation => ({
  name: `blanks: ${name}`,
  report: (form) =>
    specimen(form, (key, ordinal) => (pattern.test(key) ? null : key.endsWith('.amount') ? '1.50' : 100 + ordinal)),
});

const sign = says(change, first);
const fee = says(amount, latest);
const cost = says(spent, first);
const count = says(decisions, latest);

export const numbers: readonly Variation[] = [
  sign('+1036', '+1036'),
  sign('-1942', '-1942'),
  sign('−21', '-21'),
  sign('增1558', '+1558'),
  sign('减38', '-38'),
  sign('33', '+33'),
  fee('152790元', '15.2790'),
  fee('470.31万元', '470.31'),
  fee('96171.6', '96171.6'),
  fee('316441', '316441'),
  fee('2601.953875万', '2601.953875'),
  fee('0.00', '0.00'),
  fee('1.2亿元', '12000'),
  fee('59,237.2449', '59237.2449'),
  cost('105.650万', '105.650'),
  cost('251000元', '25.1000'),
  cost('8040', '8040'),
  count('1,234', '1234'),
  count('１２３４', '1234'),
  count('12件', '12'),
  count(' 12 ', '12'),
  count('约12', '12'),
  count('12.5', '12.5'),
  count('十二', '12'),
  count('1 234', '1234'),
  count('/', '/'),
  count('—', '—'),
  count('-', '-'),
  count('无', '无'),
  says(issued, latest)('22（其中修订 16 件）', '22'),
  says(issued, latest)('55（含自然失效 29 件）', '55'),
  {
    name: 'a cell lost: 规章 22 235',
    // In a sheet, an omitted cell is a blank cell.
    kinds: ['docx', 'html', 'pdf', 'text'],
    suits: latest,
    change: onRowsOf('disclosure.regulations.', (row) => [[row[0]!, cell('22'), cell('235')]]),
    expected: { [issued]: '22', 'disclosure.regulations.repealed': '', 'disclosure.regulations.inForce': '235' },
  },
  {
    name: 'a fee row with one value of two',
    kinds: ['docx', 'html', 'pdf', 'text'],
    suits: first,
    change: onRowsOf('disclosure.administrativeFees.', (row) => [[row[0]!, row[1]!]]),
  },
  blanks('all but the total', /^requests\.\w+\.(?!total)/),
  blanks('five legal-person columns', /^requests\.\w+\.(?!naturalPersons|total)/),
  blanks('row totals but for four rows', /^requests\.(?!received|carriedIn|total|carriedOut)\w+\.total$/),
  blanks('the total carried forward', /^requests\.carriedOut\.total$/),
  blanks('all of table four', /^litigation\./),
  blanks('the first five of table four', /^litigation\.reconsideration\./),
  blanks('every second cell', /\.(?:naturalPersons|researchInstitutions|upheld|pending|issued|produced)$/),
];
