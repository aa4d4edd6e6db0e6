import { expect, it } from 'vitest';
import { canonicalPath } from './canonical-path.ts';

const id = '01JDEM0YX00000000000000001';
const digest = 'ab'.repeat(32);

it.each([
  [`/agencies/${id.toLowerCase()}`, `/agencies/${id}`],
  [`/reports/${id.toLowerCase()}/2020/own.csv`, `/reports/${id}/2020/own.csv`],
  [`/rounds/${id.toLowerCase()}/2020.json`, `/rounds/${id}/2020.json`],
  [`/revisions/${digest.toUpperCase()}.json`, `/revisions/${digest}.json`],
  [`/agencies/${id}`, `/agencies/${id}`],
  ['/agencies/nobody', '/agencies/nobody'],
  ['/about', '/about'],
])('the canonical path of %s is %s', (path, canonical) => expect(canonicalPath(path)).toBe(canonical));
