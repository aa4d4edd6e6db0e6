import type { Mail } from '@gongkai/api';
import { createTransport } from 'nodemailer';
import type { Settings } from '../settings/settings.ts';

const TIMEOUT_MS = 20_000;

/** Creates the e-mail transport for the server in the settings; undefined if the settings name none. */
export function createMail({ smtp }: Pick<Settings, 'smtp'>, siteUrl: string): Mail | undefined {
  if (!smtp) return undefined;
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // The text is entered by users and must never refer to a file or an address to be fetched.
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
