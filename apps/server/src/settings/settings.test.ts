import { expect, it } from 'vitest';
import { parseSettings, SettingsError } from './settings.ts';

it('works without any setting', () => {
  expect(parseSettings({ PATH: '/bin' })).toEqual({
    databaseUrl: undefined,
    apiPerMinute: 1_200,
    replicaUrl: undefined,
    metricsPort: undefined,
    origin: undefined,
    basePath: '',
    trustedProxy: false,
    site: { name: '公开年报' },
    signIn: parseSettings({}).signIn,
    database: parseSettings({}).database,
    lameDuckMs: 5_000,
    log: { level: 'warn', format: 'text' },
  });
});

it('takes an empty setting as none', () => {
  expect(parseSettings({ DATABASE_URL: '', GONGKAI_LOG_LEVEL: '' }).log.level).toBe('warn');
});

it('reads every setting', () => {
  expect(
    parseSettings({
      DATABASE_URL: 'postgresql://user:word@db:5432/gongkai',
      GONGKAI_REPLICA_URL: 'postgres://reader@replica/gongkai',
      GONGKAI_METRICS_PORT: '9464',
      GONGKAI_ORIGIN: 'https://www.example.gov.cn/nianbao/',
      GONGKAI_TRUSTED_PROXY: 'yes',
      GONGKAI_SITE_NAME: '云溪县年报',
      GONGKAI_SITE_CODE: '2399210001',
      GONGKAI_SMTP_URL: 'smtps://gongkai:word@mail.example.gov.cn:465',
      GONGKAI_MAIL_FROM: '云溪县政务公开 <gongkai@example.gov.cn>',
      GONGKAI_REMINDERS: 'yes',
      GONGKAI_LOG_LEVEL: 'info',
      GONGKAI_LOG_FORMAT: 'json',
    }),
  ).toEqual({
    databaseUrl: 'postgresql://user:word@db:5432/gongkai',
    apiPerMinute: 1_200,
    replicaUrl: 'postgres://reader@replica/gongkai',
    metricsPort: 9464,
    origin: 'https://www.example.gov.cn',
    basePath: '/nianbao',
    trustedProxy: true,
    site: { name: '云溪县年报', identificationCode: '2399210001' },
    smtp: {
      url: 'smtps://gongkai:word@mail.example.gov.cn:465',
      from: '云溪县政务公开 <gongkai@example.gov.cn>',
      reminders: true,
    },
    signIn: parseSettings({}).signIn,
    database: parseSettings({}).database,
    lameDuckMs: 5_000,
    log: { level: 'info', format: 'json' },
  });
});

it.each([
  ['DATABASE_URL', 'mysql://secret@db/x'],
  ['DATABASE_URL', 'secret'],
  ['GONGKAI_ORIGIN', 'https://secret.example/path?query'],
  ['GONGKAI_ORIGIN', 'secret.example'],
  ['GONGKAI_REPLICA_URL', 'secret'],
  ['GONGKAI_REPLICA_URL', 'postgres://secret@replica/x'],
  ['GONGKAI_METRICS_PORT', '0'],
  ['GONGKAI_METRICS_PORT', '-secret'],
  ['GONGKAI_TRUSTED_PROXY', 'secret'],
  ['GONGKAI_SITE_CODE', 'secret'],
  ['GONGKAI_LOG_LEVEL', 'secret'],
  ['GONGKAI_LOG_FORMAT', 'secret'],
  ['GONGKAI_PROT', 'secret'],
])('refuses %s=%s by name, without repeating the value', (name, value) => {
  const parse = () => parseSettings({ [name]: value });
  expect(parse).toThrow(SettingsError);
  expect(parse).toThrow(name);
  expect(parse).not.toThrow('secret');
});

it('names all that is wrong at once', () => {
  expect(() => parseSettings({ GONGKAI_PORT: '1', GONGKAI_SITE_CODE: 'x' })).toThrow(/GONGKAI_PORT.*GONGKAI_SITE_CODE/);
});

it('limits connections to the database, for clerks and the public apart', () => {
  const { database, lameDuckMs } = parseSettings({
    GONGKAI_DB_CONNECTIONS: '20',
    GONGKAI_DB_PUBLIC_CONNECTIONS: '3',
    GONGKAI_DB_CONNECT_SECONDS: '2',
    GONGKAI_DB_STATEMENT_SECONDS: '30',
    GONGKAI_DB_PUBLIC_STATEMENT_SECONDS: '4',
    GONGKAI_DB_LOCK_SECONDS: '6',
    GONGKAI_DB_IDLE_SECONDS: '7',
    GONGKAI_LAME_DUCK_SECONDS: '0',
  });
  const both = { connectMs: 2_000, lockMs: 6_000, idleTransactionMs: 7_000 };
  expect(database).toEqual({
    clerks: { ...both, connections: 20, statementMs: 30_000 },
    public: { ...both, connections: 3, statementMs: 4_000 },
  });
  expect(lameDuckMs).toBe(0);
});
