import type { Mail } from '@gongkai/api';
import { createTransport } from 'nodemailer';
import type { Settings } from '../settings/settings.ts';

const TIMEOUT_MS = 20_000;

/** The way out for e-mail over the server that the settings name; none where they name none. */
export function createMail({ smtp }: Pick<Settings, 'smtp'>, siteUrl: string): Mail | undefined {
  if (!smtp) return undefined;
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Text comes from people: it must never name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    adminUrl: `${siteUrl}/admin`,
    async send({ to, subject, text }) {
      await transport.sendMail({ from: smtp.from, to, subject, text });
    },
  };
}
