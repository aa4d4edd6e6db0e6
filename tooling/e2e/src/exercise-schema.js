// Runs in a project that has @gongkai/schema installed, under the oldest engines that it supports: calls every function
// that it exports, and every rule on every one of its vectors. Prints how many of each, or ends with an error.
import * as root from '@gongkai/schema';
import * as calendar from '@gongkai/schema/calendar';
import * as catalogue from '@gongkai/schema/catalogue';
import * as claims from '@gongkai/schema/claims';
import * as english from '@gongkai/schema/english';
import * as jsonSchema from '@gongkai/schema/json-schema';
import * as overlay from '@gongkai/schema/overlay';
import * as rollUp from '@gongkai/schema/roll-up';

const form = root.formOf('form-2021');
const before = root.formOf('form-2019');
const sample = {
  ...catalogue.sampleReport(form, { text: { overview: ['本年度收到政府信息公开申请1件。'] } }),
  year: 2021,
};
const last = catalogue.sampleReport(before, {}, 2020);
const other = root.withValue(form, sample, '三.一.总计', 1);
const findings = root.check(form, other, { previous: last });
const [finding] = root.failures(findings);
const tables = Object.keys(form.tables);
const address = (cell) => `A${root.cellOf(form, cell).ordinal}`;
const moment = '2027-01-31T01:30:05Z';
const localRules = overlay.parseOverlay({ name: '某县' });

/** One call of each function, by the module and name under which it is exported. */
const calls = {
  root: {
    addValues: () => root.addValues(['1.5', 2, null]),
    alignPrevious: () => root.alignPrevious(form, last),
    apply: () => root.apply(sample, root.difference(sample, other)),
    arithmetic: () => root.arithmetic(form, other),
    blankReport: () => root.blankReport(form, { name: '某局' }, 2024, 'own'),
    blockText: () => root.blockText({ type: 'paragraph', text: '文字' }),
    buildTables: () => root.buildTables(form, () => null),
    carriedOver: () => root.carriedOver(form, { previous: last }),
    cellOf: () => root.cellOf(form, '三.一.总计'),
    cellsOf: () => root.cellsOf(form),
    check: () => findings,
    checkFigures: () => root.checkFigures(form, other),
    checkFormulas: () => tables.map((table) => root.checkFormulas(form, table, address)),
    decimalsOf: () => root.decimalsOf('1.50'),
    difference: () => root.difference(sample, other),
    explain: () => root.explain(other, finding, '说明'),
    explanationOf: () => root.explanationOf(other, finding),
    failures: () => root.failures(findings),
    figureVector: () => root.figureVector(form, other.tables),
    figuresOf: () => root.figuresOf(form, other.tables),
    findCell: () => root.findCell(form, '三.一.总计'),
    findForm: () => root.findForm('form-2021'),
    formOf: () => form,
    formOfYear: () => root.formOfYear(2024),
    formatValue: () => root.formatValue(1, 'change'),
    inWords: () => catalogue.rulesOf(form).map(({ formula }) => formula && root.inWords(form, formula)),
    isAnswered: () => root.isAnswered(1),
    issueMessage: () =>
      root.issueMessage({ code: 'invalid_type', expected: 'string', input: 1, path: [], message: '' }),
    isNotApplicable: () => root.isNotApplicable({ na: '/' }),
    lapsed: () => root.lapsed(other, findings),
    listLines: () => root.listLines({ type: 'list', ordered: false, items: [] }),
    officialTitle: () => root.officialTitle('某局', 2024),
    parseReport: () => root.parseReport(JSON.parse(JSON.stringify(other))),
    parseReportAs: () => root.parseReportAs(form, { title: '\ud800' }),
    previousValues: () => root.previousValues(form, { previous: last }),
    reportDeadlines: () => root.reportDeadlines(2024),
    reportSchema: () => root.reportSchema(form).safeParse(other),
    rowCode: () => root.rowCode(root.cellsOf(form)[0].row),
    scaled: () => root.scaled('1.50', 6),
    schemaUrn: () => root.schemaUrn('form-2021'),
    tableModel: () => tables.map((table) => root.tableModel(form, table)),
    tableOf: () => root.tableOf(form, tables[0]),
    toFen: () => root.toFen('1.50'),
    totalFormulas: () => tables.map((table) => root.totalFormulas(form, table, address)),
    totalsOf: () => tables.map((table) => root.totalsOf(form, table)),
    unexplained: () => root.unexplained(other, findings),
    uniformTables: () => root.uniformTables(form, 0),
    valueAt: () => root.valueAt(form, other, '三.一.总计'),
    valuesOf: () => root.valuesOf(form, other.tables),
    withValue: () => other,
  },
  calendar: {
    daysBetween: () => calendar.daysBetween('2027-01-31', '2027-02-01'),
    formatClock: () => calendar.formatClock(moment),
    formatDateTime: () => calendar.formatDateTime(moment),
    formatDay: () => calendar.formatDay('2027-01-31'),
    formatExactTime: () => calendar.formatExactTime(moment),
    formatIfDay: () => calendar.formatIfDay('2027-01-31'),
    formatMinute: () => calendar.formatMinute(moment),
    formatTime: () => calendar.formatTime(moment),
    hourOfDay: () => calendar.hourOfDay(moment),
    lastReportedYear: () => calendar.lastReportedYear(new Date(moment)),
    parseDateTimeField: () => calendar.parseDateTimeField('2027-01-31T09:00'),
    startOfDay: () => calendar.startOfDay('2027-01-31'),
    startOfNextDay: () => calendar.startOfNextDay('2027-01-31'),
    toDateTimeField: () => calendar.toDateTimeField(moment),
    toDay: () => calendar.toDay(moment),
    today: () => calendar.today(),
  },
  catalogue: {
    check: () => catalogue.check(form, other),
    checkLine: () => catalogue.checkLine(JSON.stringify(other)),
    checkMany: async () => {
      for await (const { ok } of catalogue.checkMany([JSON.stringify(other), '{'])) if (!ok) return;
    },
    rulesOf: () => catalogue.rulesOf(form),
    runVector: () => undefined, // every vector below
    sampleReport: () => sample,
  },
  claims: {
    findClaims: () => claims.findClaims(form, sample),
    quantitiesIn: () => claims.quantitiesIn('收到申请十二件，占5.5%。'),
  },
  english: { englishOf: () => english.englishOf('form-2021'), inEnglish: () => english.inEnglish(form) },
  jsonSchema: { jsonSchemaOf: () => root.forms.map(jsonSchema.jsonSchemaOf) },
  overlay: {
    OverlayError: () => new overlay.OverlayError('x'),
    parseOverlay: () => localRules,
    withOverlay: () => overlay.withOverlay(form, localRules),
  },
  rollUp: {
    RollUpError: () => new rollUp.RollUpError('x'),
    driftOf: () => rollUp.driftOf([{ report: sample, digest: 'a', currentDigest: 'b' }]),
    rollUp: () =>
      rollUp.rollUp([{ report: sample }, { report: { ...other, agency: { name: '某乡人民政府' } } }], {
        name: '某县人民政府',
      }),
  },
};

let called = 0;
for (const [name, module] of Object.entries({
  root,
  calendar,
  catalogue,
  claims,
  english,
  jsonSchema,
  overlay,
  rollUp,
}))
  for (const [key, value] of Object.entries(module)) {
    if (typeof value !== 'function') continue;
    if (!calls[name][key]) throw new Error(`${name}.${key} is exported and not called here`);
    await calls[name][key]();
    called++;
  }

let judged = 0;
for (const each of root.forms)
  for (const rule of catalogue.rulesOf(each))
    for (const vector of rule.vectors) {
      const verdict = catalogue.runVector(each, rule, vector);
      if (verdict !== vector.verdict) throw new Error(`${rule.id} ${vector.name}: ${verdict}, not ${vector.verdict}`);
      judged++;
    }
console.log(JSON.stringify({ engine: process.versions.v8, called, judged }));
