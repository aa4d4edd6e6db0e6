import { forms } from '@gongkai/schema';
import { describe, expect, it, vi } from 'vitest';
import { randomOf } from '../mutate.ts';
import { specimen } from '../specimen.ts';
import { disguisedKinds } from './disguised.ts';
import { randomDisguises, tryDisguises } from './trial.ts';

vi.setConfig({ testTimeout: 60_000 });

const form = forms.at(-1)!;
const report = specimen(form);
const keys = new Set(['disclosure.licensing.decisions', 'requests.received.total', 'requests.received.naturalPersons']);

describe.each(Object.entries(disguisedKinds))('a figure in a file of the kind %s', (kind, { disguises }) => {
  it.each(Object.keys(disguises))('%s', async (name) => {
    const { wrong, missed } = await tryDisguises(
      kind,
      form,
      report,
      (key) => (keys.has(key) ? name : undefined),
      () => '73',
    );
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
  });

  it('whatever is done to some of them at random', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { choose, strayOf } = randomDisguises(kind, randomOf(seed));
      const { wrong, missed } = await tryDisguises(kind, form, report, choose, strayOf);
      // In a PDF, text drawn next to a figure may overlap the next figure.
      expect({ seed, wrong, missed: kind === 'pdf' ? [] : missed }).toEqual({ seed, wrong: [], missed: [] });
    }
  });
});
