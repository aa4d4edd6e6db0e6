import { importDocument } from './src/index.ts';
import { checkAll } from '@gongkai/schema/catalogue';
import { formOf } from '@gongkai/schema';
import { readFileSync, readdirSync } from 'node:fs';
for (const f of process.argv.slice(2)) {
  const r: any = await importDocument(new Uint8Array(readFileSync(f)), { fileName: f });
  if (!r.ok) { console.log(f, r.code, r.message); continue; }
  console.log('==', f, r.report.agency.name, r.report.year, JSON.stringify(r.report.asFound));
  for (const x of checkAll(formOf(r.report.form), r.report)) if (x.verdict !== 'pass' && !(x.verdict==='skip' && !['blank_cells'].includes(x.reason!))) console.log(x.rule, x.verdict, x.reason ?? '', x.cells.length, x.message.zh.slice(0,140));
  console.log('claims seen:', checkAll(formOf(r.report.form), r.report).filter(x=>/^R(4[3-9]|5)/.test(x.rule)).map(x=>`${x.rule}:${x.verdict}:${x.actual}/${x.expected}`).join(' '));
}
