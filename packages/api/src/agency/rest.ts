import { Hono } from 'hono';
import { readInput } from '../common/read-input.ts';
import type { Services } from '../services.ts';
import { agencyRef } from './schemas.ts';

export function agencyRest({ agency }: Services): Hono {
  return new Hono()
    .get('/', async (c) => c.json(await agency.list()))
    .get('/:id', async (c) => c.json(await agency.page(readInput(agencyRef, c.req.param()).id)));
}
