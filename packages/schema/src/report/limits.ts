/** Limits on a report's JSON, far above any real one: lengths in UTF-16 units, counts of items, years. */
export const limits = {
  cell: 200,
  line: 2_000,
  paragraph: 100_000,
  section: 1_000_000,
  blocks: 2_000,
  rows: 1_000,
  items: 1_000,
  lastItemNumber: 9_999,
  columns: 100,
  sections: 20,
  explanations: 500,
  firstYear: 2008,
  lastYear: 2100,
} as const;
