// A published report's page out of the cache, against nginx serving the same bytes; one process each.
import { agencies } from '@gongkai/demo';
import { againstNginx } from '../src/against-nginx.ts';
import { serveDemonstration } from '../src/serve-demonstration.ts';

const town = agencies.find(({ kind }) => kind === 'town')!;
const server = await serveDemonstration();
try {
  await againstNginx('page', `${server.url}/reports/${town.id}/2024/own`);
} finally {
  await server.stop();
}
