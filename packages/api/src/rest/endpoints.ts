import { formatsOf, type Format } from './parameters.ts';
import type { Route } from './route.ts';

/**
 * One operation of the document: a route in one format. Each address answers with one media type, so that generated
 * clients know the type of an answer without a cast.
 */
export interface Endpoint {
  readonly route: Route;
  readonly format: Format;
  /** `/reports`, `/reports.csv`. */
  readonly path: string;
  /** Id of the operation. */
  readonly id: string;
}

const suffixes = {
  json: { path: '', id: '' },
  csv: { path: '.csv', id: 'Csv' },
  jsonl: { path: '.jsonl', id: 'JsonLines' },
} as const;

/** A route in each of its formats, JSON first. */
export function endpointsOf(route: Route): Endpoint[] {
  return formatsOf(route).map((format) => ({
    ...{ route, format },
    path: route.path + suffixes[format].path,
    id: route.id + suffixes[format].id,
  }));
}
