// A published report by the open API, asked again, against nginx serving the same bytes; one process each.
import { agencies } from '@gongkai/demo';
import { againstNginx } from '../src/against-nginx.ts';
import { serveDemonstration } from '../src/serve-demonstration.ts';

const town = agencies.find(({ kind }) => kind === 'town')!;
const server = await serveDemonstration({ GONGKAI_API_PER_MINUTE: '1000000' });
try {
  await againstNginx('answer of the API', `${server.url}/api/v1/reports/${town.id}/2024/own`);
} finally {
  await server.stop();
}
