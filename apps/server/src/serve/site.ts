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
import { createApp } from '../http/app.ts';
import { createListener } from '../http/listener.ts';
import { RateLimit } from '../http/rate-limit.ts';
import type { StaticFiles } from '../http/static-files.ts';
import type { Logger } from '../log/logger.ts';
import { mailOf } from '../mail/smtp.ts';
import { drawAnswer, isOfOpenApi } from '../page-cache/api-answer.ts';
import { PageCache } from '../page-cache/page-cache.ts';
import { drawPage } from '../page-cache/portal-page.ts';
import { PublicVersion } from '../page-cache/public-version.ts';
import { readPublicVersion } from '../page-cache/read-version.ts';
import type { Settings } from '../settings.ts';
import { keepAudit } from './audit-keeper.ts';
import { keepPublications } from './publication-keeper.ts';
import type { Metrics } from './metrics.ts';
import type { Portal } from './portal.ts';
import { keepReminders } from './reminder-keeper.ts';
import type { Readiness } from './readiness.ts';

export interface SiteParts {
  readonly database: OpenDatabase;
  /** For what the public reads. */
  readonly publicReads: PublicReads;
  readonly readiness: Readiness;
  /** Told where something could not be written for want of room. */
  readonly onDiskFull: () => void;
  /** Signs sessions. */
  readonly secret: string;
  /** Absent where nobody collects them. */
  readonly metrics: Metrics | undefined;
  readonly portal: Portal;
  readonly admin: StaticFiles;
  readonly settings: Settings;
  readonly logger: Logger;
  /** By which browsers know the site. */
  readonly origin: string;
  /** Everything on it is invented. */
  readonly demo: boolean;
}

export interface Site {
  readonly listener: RequestListener;
  readonly services: Services;
  /** Ends what runs beside the requests, once no request is under way. */
  readonly stop: () => Promise<void>;
}

/** Sign-ins and codes of one address: an office of 200 people may share it at nine o'clock. */
const signInsPerMinute = 400;

/** Puts the rooms of the house together. */
export function createSite(parts: SiteParts): Site {
  const { database, publicReads, readiness, onDiskFull, metrics, portal, admin, settings, logger, origin, demo } =
    parts;
  const { db } = database;
  const { basePath } = settings;
  const { oidc, policy } = settings.signIn;
  // The demonstration's passwords are printed: they stay as they are.
  const signIn = demo ? { ...policy, passwordDays: 0 } : policy;
  const limit = new RateLimit(signInsPerMinute);
  const auth = createAuth({ database: db, secret: parts.secret, origin, basePath, policy: signIn, oidc, limit });
  const mail = mailOf(settings, origin + basePath);
  // The embedded database has one connection, which clerks and readers share.
  const common = { clock: () => new Date(), searchesAtOnce: database.engine === 'pglite' ? 1 : 4 };
  const services: Services = createServices({ ...common, db, signIn, ...(mail && { mail }) });
  const publicServices = createServices({ ...common, db: publicReads.db });

  const siteSettings = { ...settings.site, demo, ...(settings.origin && { url: settings.origin + basePath }) };
  const version = new PublicVersion(() => readPublicVersion(publicReads));
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
    onChange: () => version.outdate(),
  });

  const given = {
    api: createCaller(createPublicContext(publicServices)),
    site: siteSettings,
  };
  const pages = new PageCache({
    version: () => version.current(),
    render(asked) {
      const address = new URL(asked);
      return isOfOpenApi(address.pathname) ? drawAnswer(app, address) : drawPage(portal.handler, address, given);
    },
  });
  const keepers = [
    keepAudit(services, logger),
    // Publications and reminders write to the audit trail: they end first.
    keepPublications(services, logger, () => version.outdate()),
    ...(settings.smtp?.reminders ? [keepReminders(services, logger)] : []),
  ];
  const stop = async () => {
    for (const end of keepers.toReversed()) await end();
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
