import type { RequestListener } from 'node:http';
import {
  createAuth,
  createCaller,
  createPublicContext,
  createServices,
  sessionCookieReader,
  type Services,
} from '@gongkai/api';
import type { OpenDatabase, PublicReads } from '@gongkai/db';
import { createApp } from '../http/app/app.ts';
import { createListener } from '../http/server/listener.ts';
import { RateLimit } from '../http/limits/rate-limit.ts';
import type { StaticFiles } from '../http/response/static-files.ts';
import type { Logger } from '../log/logger.ts';
import { createMail } from '../mail/smtp.ts';
import { renderApiResponse, isOpenApiPath } from '../page-cache/render-api-response.ts';
import { PageCache } from '../page-cache/page-cache.ts';
import { renderPage } from '../page-cache/render-page.ts';
import { readPublicState, versionOf, type PublicState } from '../page-cache/public-state.ts';
import { PublicVersion } from '../page-cache/public-version.ts';
import { thenSync } from '../http/response/maybe-promise.ts';
import type { Settings } from '../settings/settings.ts';
import { startAuditSealer } from '../jobs/audit-sealer.ts';
import { startScheduledPublications } from '../jobs/scheduled-publications.ts';
import type { Metrics } from './metrics.ts';
import type { Portal } from './load-apps.ts';
import { startReminders } from '../jobs/reminders.ts';
import type { Readiness } from './readiness.ts';

export interface SiteParts {
  readonly database: OpenDatabase;
  /** Connections for public reads. */
  readonly publicReads: PublicReads;
  readonly readiness: Readiness;
  /** Called if a write failed because the disk is full. */
  readonly onDiskFull: () => void;
  /** Signs sessions. */
  readonly secret: string;
  /** Undefined if no port for metrics is configured. */
  readonly metrics: Metrics | undefined;
  readonly portal: Portal;
  readonly admin: StaticFiles;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Origin under which browsers know the site. */
  readonly origin: string;
  /** True if the database holds the demonstration. */
  readonly demo: boolean;
}

export interface Site {
  readonly listener: RequestListener;
  readonly services: Services;
  /** Stops background jobs; call it after the last request has ended. */
  readonly stop: () => Promise<void>;
}

/** Maximum number of sign-ins and codes per address and minute: 200 people in an office may share one address at nine o'clock. */
const signInsPerMinute = 400;

/** Composition root: wires services, HTTP app, page cache and background jobs. */
export function createSite(parts: SiteParts): Site {
  const { database, publicReads, readiness, onDiskFull, metrics, portal, admin, settings, logger, origin, demo } =
    parts;
  const { db } = database;
  const { basePath } = settings;
  const { oidc, policy } = settings.signIn;
  // The passwords of the demonstration are printed at start, so they never expire.
  const signIn = demo ? { ...policy, passwordDays: 0 } : policy;
  const limit = new RateLimit(signInsPerMinute);
  const auth = createAuth({ database: db, secret: parts.secret, origin, basePath, policy: signIn, oidc, limit });
  const mail = createMail(settings, origin + basePath);
  // Clerks and readers share the single connection of the embedded database.
  const common = { clock: () => new Date(), searchesAtOnce: database.engine === 'pglite' ? 1 : 4 };
  const services: Services = createServices({ ...common, db, signIn, ...(mail && { mail }) });
  const publicServices = createServices({ ...common, db: publicReads.db });

  const siteSettings = { ...settings.site, demo, ...(settings.origin && { url: settings.origin + basePath }) };
  const publicVersion = new PublicVersion<PublicState>((known) => readPublicState(publicReads, known));
  const app = createApp({
    services,
    publicServices,
    auth,
    admin,
    logger,
    origin,
    site: siteSettings,
    basePath,
    direct: settings.origin === undefined,
    readiness,
    onDiskFull,
    onChange: () => publicVersion.invalidate(),
  });

  const given = {
    api: createCaller(createPublicContext(publicServices)),
    site: siteSettings,
  };
  const pages = new PageCache({
    version: ({ dependency }) => thenSync(publicVersion.current(), (state) => versionOf(state, dependency)),
    render(asked) {
      const address = new URL(asked);
      return isOpenApiPath(address.pathname)
        ? renderApiResponse(app, address)
        : renderPage(portal.handler, address, given);
    },
  });
  const jobs = [
    startAuditSealer(services, logger),
    // Publications and reminders write to the audit trail, so they are stopped first.
    startScheduledPublications(services, logger, () => publicVersion.invalidate()),
    ...(settings.smtp?.reminders ? [startReminders(services, logger)] : []),
  ];
  const stop = async () => {
    for (const end of jobs.toReversed()) await end();
  };
  return {
    listener: createListener({
      ...{ app, pages, settings, logger },
      assets: portal.assets,
      sessionOf: sessionCookieReader(parts.secret),
      observe: metrics?.observe,
    }),
    services,
    stop,
  };
}
