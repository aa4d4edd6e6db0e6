import { setTimeout as sleep } from 'node:timers/promises';
import type { Console } from '../terminal/console.ts';
import { createProbe, openPublicReads } from '@gongkai/db';
import { exitCodes } from '../terminal/failure.ts';
import { listenForCommands } from '../control/listen.ts';
import { readSettings } from '../settings/env.ts';
import { StartupListener } from '../http/server/startup-listener.ts';
import { createHttpServer } from '../http/server/http-server.ts';
import { createLogger } from '../log/logger.ts';
import { startupMessage } from '../serve/startup-message.ts';
import { prepareDemonstration } from '../serve/demonstration.ts';
import { requireOrigin } from '../serve/exposure.ts';
import { listen } from '../serve/listen.ts';
import { createMetrics, serveMetrics, type Metrics } from '../serve/metrics.ts';
import { describeLocation, logConnectionErrors, open, resolveLocation } from '../database/open-database.ts';
import { loadAdmin, loadPortal } from '../serve/load-apps.ts';
import { Readiness } from '../serve/readiness.ts';
import { loadSessionSecret } from '../serve/session-secret.ts';
import { drain, StopSignal } from '../serve/shutdown.ts';
import { createSite } from '../serve/site.ts';
import { StartCancelled, retryUntilAvailable } from '../database/retry-until-available.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly demo?: boolean;
}

/** Runs the site until it receives a signal. @returns the exit code @throws {Failure} */
export async function serve(options: ServeOptions, console: Console): Promise<number> {
  using stop = new StopSignal();
  try {
    await run(options, stop, console);
  } catch (error) {
    if (!(error instanceof StartCancelled)) throw error;
  }
  return exitCodes.ok;
}

async function run(
  { port: wanted, host, data, demo }: ServeOptions,
  stop: StopSignal,
  console: Console,
): Promise<void> {
  const started = performance.now();
  const settings = readSettings();
  const logger = createLogger(settings.log);
  const exposure = { host, origin: settings.origin, trustedProxy: settings.trustedProxy };
  requireOrigin(exposure);

  const startupListener = new StartupListener();
  const server = createHttpServer(startupListener.listener, settings);
  // Listen on the port first: if the port is in use, the database is not opened.
  const port = await listen(server, wanted, host);
  await using closing = new AsyncDisposableStack();
  closing.defer(() => {
    server.close();
    server.closeAllConnections();
  });
  const place = resolveLocation(settings.databaseUrl, data);
  const waiting = { logger, cancelled: stop.aborted, onWait: () => startupListener.expectDelay() };
  const available = <T>(work: () => Promise<T>) => retryUntilAvailable(work, waiting);
  const opened = available(() => open(place, logger, settings.database.clerks));
  const [portal, database] = await both(loadPortal(), opened, (undone) => undone.close());
  closing.defer(() => database.close());

  const onError = logConnectionErrors(logger);
  const url = settings.databaseUrl;
  const publicReads = openPublicReads(database, {
    ...{ url, replicaUrl: settings.replicaUrl, limits: settings.database.public, onError },
  });
  closing.defer(publicReads.close);
  const primary = createProbe(url === undefined ? database : { url });
  const replica = settings.replicaUrl ? createProbe({ url: settings.replicaUrl }) : undefined;
  for (const probe of [primary, replica]) if (probe) closing.defer(probe.close);
  const readiness = new Readiness({ primary, replica, ...('directory' in place && place) });

  let metrics: Metrics | undefined;
  if (settings.metricsPort) {
    metrics = createMetrics(database);
    closing.defer(await serveMetrics(metrics, settings.metricsPort));
  }

  const holdsDemo = await available(() => prepareDemonstration(database, { wanted: demo, exposure, console }));
  const origin = settings.origin ?? originOf(host, port);
  const site = createSite({
    ...{ database, publicReads, readiness, metrics, portal, settings, logger, origin },
    admin: loadAdmin(settings.basePath),
    onDiskFull: primary.noteDiskFull,
    secret: await available(() => loadSessionSecret(database.db)),
    demo: holdsDemo,
  });
  closing.defer(site.stop);
  if ('directory' in place)
    closing.defer(await listenForCommands(place.directory, { database, services: site.services }, logger));
  startupListener.open(site.listener);
  const seconds = (performance.now() - started) / 1_000;
  console.out(
    await available(() =>
      startupMessage({
        database,
        url: origin + settings.basePath,
        place: describeLocation(place),
        demo: holdsDemo,
        seconds,
      }),
    ),
  );

  const signal = await stop.received;
  console.note('正在停止……\n');
  readiness.stop();
  startupListener.stop();
  // An interrupt from a terminal requires no delay for a load balancer.
  if (signal === 'SIGTERM') await sleep(settings.lameDuckMs);
  await drain(server);
}

/** Waits for both promises. If only the second succeeds, its result is undone. */
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
