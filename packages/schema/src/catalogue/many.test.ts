import { expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { withValue } from '../report/values.ts';
import { sampleReport } from './run-vector.ts';
import { checkMany, type CheckedLine } from './many.ts';

const form = forms.at(-1)!;
const sound = sampleReport(form, {});
const broken = withValue(form, sound, '三.一.总计', 3);

it('checks a report a line and numbers the lines, with what is no report among them', async () => {
  const lines = [JSON.stringify(sound), '', '{', '{"form":"x"}', JSON.stringify(broken)];
  const checked: CheckedLine[] = [];
  for await (const each of checkMany(lines)) checked.push(each);
  expect(checked.map((each) => [each.line, each.ok])).toEqual([
    [1, true],
    [3, false],
    [4, false],
    [5, true],
  ]);
  expect(checked[1]).toMatchObject({ errors: [{ code: 'not_json' }] });
  const [first] = checked;
  const rules = (each: CheckedLine | undefined) => (each?.ok ? each.failed.map(({ rule }) => rule) : []);
  expect(rules(checked[3])).toContain('R29');
  expect(rules(first)).not.toContain('R29');
});

it('asks for one line at a time', async () => {
  let asked = 0;
  function* lines() {
    for (;;) {
      asked++;
      yield JSON.stringify(sound);
    }
  }
  const checked = checkMany(lines());
  await checked.next();
  await checked.next();
  expect(asked).toBe(2);
  await checked.return(undefined);
});
