// Checked by tsc alone: a directive below that no longer stands before an error is one itself.
import { form2021 } from '../forms/form-2021/form.ts';
import { formOf } from '../forms/registry.ts';
import { blankReport } from './blank.ts';
import type { MoneyValue, Value } from './value.ts';
import { valueAt, withValue } from './values.ts';

const report = blankReport(form2021, { name: '云溪县水利局' }, 2024, 'own');

withValue(form2021, report, 'requests.received.total', 1);
withValue(form2021, report, '三.（五）4.总计', 1);
withValue(form2021, report, 'disclosure.administrativeFees.amount', '12.5');
withValue(form2021, report, 'disclosure.administrativeFees.amount', { na: '/' });
withValue(form2021, report, '二.行政事业性收费.本年收费金额（单位：万元）', '0');
export const count: Value = valueAt(form2021, report, 'requests.received.total');
export const amount: MoneyValue = valueAt(form2021, report, 'disclosure.administrativeFees.amount');

// @ts-expect-error a misspelled key
withValue(form2021, report, 'requests.recieved.total', 1);
// @ts-expect-error a misspelled key
valueAt(form2021, report, 'requests.recieved.total');
// @ts-expect-error a code that the form lacks
valueAt(form2021, report, '三.九.总计');
// @ts-expect-error money given as a number
withValue(form2021, report, 'disclosure.administrativeFees.amount', 12.5);
// @ts-expect-error money given as a number, by its official code
withValue(form2021, report, '二.行政事业性收费.本年收费金额（单位：万元）', 0);

// A form that is known at run time alone takes any name, and says at run time where there is none.
const form = formOf('form-2021');
valueAt(form, report, 'requests.recieved.total');
withValue(form, report, 'disclosure.administrativeFees.amount', 12.5);
