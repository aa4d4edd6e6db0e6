import { createServices, installation } from '@gongkai/api';
import { createAgency, putAgencyContact } from '@gongkai/db/agency';
import { testDatabase } from '@gongkai/db/testing';
import { SMTPServer } from 'smtp-server';
import { expect, it, onTestFinished } from 'vitest';
import { createLogger } from '../log/logger.ts';
import { startReminders } from '../jobs/reminders.ts';
import { createMail } from './smtp.ts';

const logger = createLogger({ level: 'silent', format: 'json' });
const nobody = { office: null, address: null, postcode: null, phone: null, fax: null, website: null };

/** A local mail server that stores the messages that it receives. */
async function postOffice() {
  const mails: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, source: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  const { port } = server.server.address() as { port: number };
  return { mails, url: `smtp://127.0.0.1:${port}`, close };
}

/** The text of a plain-text mail. */
function textOf(source: string): string {
  const [head, ...body] = source.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head!)) return Buffer.from(text, 'base64').toString();
  return Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
}

async function county() {
  const { db, close } = await testDatabase('pglite');
  onTestFinished(close);
  const at = { level: 'county', validFrom: '2010-01-01' } as const;
  const agencyId = await createAgency(db, { ...at, name: '云溪县人民政府', kind: 'government' });
  for (const [name, email] of [
    ['云溪县水务局', 'water@yunxi.example'],
    ['云溪县水库管理处', 'Water@yunxi.example'],
    ['云溪县统计局', null],
  ] as const) {
    const id = await createAgency(db, { ...at, name, kind: 'department', parentId: agencyId });
    await putAgencyContact(db, id, { ...nobody, email });
  }
  return { db, agencyId };
}

it('sends nothing where no server for mail is set', () => {
  expect(createMail({ smtp: undefined }, 'https://gongkai.example')).toBeUndefined();
});

it('reminds each address once a day over SMTP, however many processes run', async () => {
  const { mails, url } = await postOffice();
  const { db, agencyId } = await county();
  let now = new Date('2022-01-28T02:00:00Z');
  const mail = createMail(
    { smtp: { url, from: '云溪县政务公开 <gongkai@yunxi.example>', reminders: true } },
    'https://gongkai.example',
  )!;
  const services = createServices({ db, clock: () => now, mail });
  await services.round.announce(installation, { agencyId, year: 2021, lock: 'afterDue' });

  const processes = [1, 2, 3].map(() => startReminders(services, logger, () => now));
  for (const stop of processes) await stop();
  expect(mails.map(({ to }) => to)).toEqual([['water@yunxi.example']]);
  const text = textOf(mails[0]!.source);
  for (const said of ['云溪县水务局：', '云溪县水库管理处：', '2022年1月31日前', 'https://gongkai.example/admin'])
    expect(text).toContain(said);
  expect(mails[0]!.source).toContain('gongkai@yunxi.example');

  await startReminders(services, logger, () => now)();
  expect(mails).toHaveLength(1);
  now = new Date('2022-01-29T17:00:00Z');
  await startReminders(services, logger, () => now)();
  expect(mails).toHaveLength(1);
  now = new Date('2022-01-30T02:00:00Z');
  await startReminders(services, logger, () => now)();
  expect(mails).toHaveLength(2);
});

it('tries again later where the server for mail does not answer', async () => {
  const { db, agencyId } = await county();
  const clock = () => new Date('2022-01-28T02:00:00Z');
  const office = await postOffice();
  await office.close();
  const smtp = { from: 'gongkai@yunxi.example', reminders: true };
  const withoutMail = createServices({
    db,
    clock,
    mail: createMail({ smtp: { ...smtp, url: office.url } }, 'http://x')!,
  });
  await withoutMail.round.announce(installation, { agencyId, year: 2021, lock: 'afterDue' });
  expect(await withoutMail.round.remindAll()).toMatchObject([
    { sent: [], failed: ['云溪县水务局', '云溪县水库管理处'] },
  ]);

  const { mails, url } = await postOffice();
  const sender = createServices({ db, clock, mail: createMail({ smtp: { ...smtp, url } }, 'http://x')! });
  await sender.round.remindAll();
  expect(mails).toHaveLength(1);
});
