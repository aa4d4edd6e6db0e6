import { demoReports } from '@gongkai/demo';
import { expect, it } from 'vitest';
import { figureFormats, figures, prose, roundTrip, uncertain, wholeFormats } from './src/round-trip.ts';

it.each(wholeFormats)(
  'every report of the demonstration county comes back whole from %s',
  async (format) => {
    for (const { report } of demoReports()) {
      const result = await roundTrip(report, format);
      expect(figures(result.report)).toEqual(figures(report));
      expect(uncertain(result)).toEqual([]);
      expect(prose(result.report)).toEqual(prose(report));
    }
  },
  600_000,
);

it.each(figureFormats)(
  'every report of the demonstration county comes back with its figures from %s',
  async (format) => {
    for (const { report } of demoReports()) {
      const result = await roundTrip(report, format);
      expect(figures(result.report)).toEqual(figures(report));
      expect(uncertain(result)).toEqual([]);
    }
  },
  600_000,
);
