// A node:http server with one response for every request: its headers as JSON in argument 1, its body on stdin.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const headers = JSON.parse(process.argv[2]!) as Record<string, string>;
const body = await buffer(process.stdin);
const server = createServer({ keepAliveTimeout: 600_000 }, (_request, response) => {
  response.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
