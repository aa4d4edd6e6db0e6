import type { Console } from '../cli/console.ts';
import { exitCodes } from '../cli/failure.ts';
import { listenForCommands } from '../control/listen.ts';
import { readSettings } from '../env.ts';
import { Gate } from '../http/gate.ts';
import { createHttpServer } from '../http/server.ts';
import { createLogger } from '../log/logger.ts';
import { announce } from '../serve/announce.ts';
import { prepareDemonstration } from '../serve/demonstration.ts';
import { requireOrigin } from '../serve/exposure.ts';
import { listen } from '../serve/listen.ts';
import { createMetrics, serveMetrics, type Metrics } from '../serve/metrics.ts';
import { describePlace, open, openAsItIs, placeOf } from '../serve/open.ts';
import { loadAdmin, loadPortal } from '../serve/portal.ts';
import { drain, StopSignal } from '../serve/shutdown.ts';
import { createSite } from '../serve/site.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly demo?: boolean;
}

/** Runs the site until a signal ends it. @returns the exit code @throws {Failure} */
export async function serve({ port: wanted, host, data, demo }: ServeOptions, console: Console): Promise<number> {
  const started = performance.now();
  const settings = readSettings();
  const logger = createLogger(settings.log);
  const exposure = { host, origin: settings.origin, trustedProxy: settings.trustedProxy };
  requireOrigin(exposure);

  const gate = new Gate();
  const server = createHttpServer(gate.listener, settings.origin);
  // The port first: where it is taken, the database is left alone.
  const port = await listen(server, wanted, host);
  await using closing = new AsyncDisposableStack();
  closing.defer(() => {
    server.close();
    server.closeAllConnections();
  });
  using stop = new StopSignal();
  const place = placeOf(settings.databaseUrl, data);
  const [portal, database] = await both(loadPortal(), open(place, logger), (opened) => opened.close());
  closing.defer(() => database.close());
  const replica = settings.replicaUrl ? await openAsItIs({ url: settings.replicaUrl }, logger) : database;
  if (replica !== database) closing.defer(() => replica.close());
  let metrics: Metrics | undefined;
  if (settings.metricsPort) {
    metrics = createMetrics(database);
    closing.defer(await serveMetrics(metrics, settings.metricsPort));
  }

  const holdsDemo = await prepareDemonstration(database, { wanted: demo, exposure, console });
  const origin = settings.origin ?? originOf(host, port);
  const admin = loadAdmin();
  const site = await createSite({
    database,
    replica,
    metrics,
    portal,
    admin,
    settings,
    logger,
    origin,
    demo: holdsDemo,
  });
  closing.defer(site.stop);
  if ('directory' in place)
    closing.defer(await listenForCommands(place.directory, { database, services: site.services }, logger));
  gate.open(site.listener);
  const seconds = (performance.now() - started) / 1_000;
  console.out(await announce({ database, origin, place: describePlace(place), demo: holdsDemo, seconds }));
  await stop.received;
  console.note('正在停止……\n');
  await drain(server);
  return exitCodes.ok;
}

/** Waits for both; where only the second succeeds, it is undone. */
async function both<A, B>(first: Promise<A>, second: Promise<B>, undo: (b: B) => Promise<void>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (b.status === 'rejected') throw b.reason;
  if (a.status === 'fulfilled') return [a.value, b.value];
  await undo(b.value);
  throw a.reason;
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
