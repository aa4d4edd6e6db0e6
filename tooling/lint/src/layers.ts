/** What a package may import. An entry is a package with all its sub-paths, or one sub-path. */
export type Layer = {
  uses: readonly string[];
  /** Importable as types only. */
  types?: readonly string[];
  /** The npm packages and Node modules it may import; any if not given. */
  outside?: readonly string[];
  /**
   * The folders below its src/, lowest first: each may import those before it and none after it. `rules/*` means
   * every folder in `rules/`; these are siblings and do not import one another. Files in src/ itself are on top. Not
   * checked if the list is not given.
   */
  folders?: readonly string[];
  /**
   * Files and folders that are on top like the files in src/, such as each folder's `router.ts`: a name without a
   * slash is a file in any folder, one with a slash a folder below src/. No folder imports them.
   */
  adapters?: readonly string[];
};

const below = ['@gongkai/db', '@gongkai/importer', '@gongkai/exporter', '@gongkai/schema'];

/** The layers of ARCHITECTURE.md by folder. Folders that are not listed are above all others. */
export const layers: Readonly<Record<string, Layer>> = {
  'packages/schema': {
    uses: [],
    outside: ['zod'],
    folders: [
      'common',
      'calendar',
      'layout',
      'report',
      'formulas',
      'engine',
      'language',
      'form-parts',
      'rules/*',
      'forms/*',
      'forms',
      'catalogue',
      'derive',
      'compare',
      'overlay',
      'roll-up',
    ],
  },
  'packages/importer': { uses: ['@gongkai/schema'] },
  'packages/exporter': { uses: ['@gongkai/schema'] },
  'packages/ui': { uses: ['@gongkai/schema'] },
  'packages/db': { uses: ['@gongkai/schema'] },
  'packages/api': {
    uses: below,
    folders: [
      'common',
      'audit',
      'import',
      'lifecycle',
      'round',
      'check-context',
      'report',
      'agency',
      'register',
      'account',
      'draft',
      'review',
      'publication',
      'roll-up',
      'token',
      'submission',
      'search',
      'open-data',
      'maintenance',
    ],
    adapters: ['router.ts', 'rest/'],
  },
  'packages/demo': { uses: ['@gongkai/api', '@gongkai/db', '@gongkai/schema'] },
  'apps/portal': { uses: ['@gongkai/ui', '@gongkai/exporter', '@gongkai/schema'], types: ['@gongkai/api'] },
  'apps/admin': {
    // The input schemas of api, and the parts of importer and exporter that run in a browser.
    uses: [
      '@gongkai/ui',
      '@gongkai/schema',
      '@gongkai/api/schemas',
      '@gongkai/exporter/csv/lines',
      '@gongkai/importer/archive',
      '@gongkai/importer/clipboard',
    ],
    types: ['@gongkai/api'],
  },
};
