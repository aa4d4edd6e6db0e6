import * as z from 'zod';
import { databaseSettings, toDatabaseSettings, type DatabaseSettings } from './database.ts';
import { basePathRules, siteAddress } from './site-address.ts';
import { signInSettings, signInErrors, toSignInSettings, type SignInSettings } from './sign-in.ts';

/** The environment settings, each with the text that help and error messages use. */
const declared = {
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    means: 'PostgreSQL 数据库，如 postgres://用户:口令@主机:5432/库名；不设则用内嵌数据库',
    expects: '应为 postgres:// 开头的地址',
  },
  GONGKAI_REPLICA_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    means: 'PostgreSQL 只读副本，公众查阅改从它读取；不设则都用 DATABASE_URL',
    expects: '应为 postgres:// 开头的地址',
  },
  GONGKAI_METRICS_PORT: {
    schema: z.coerce.number().int().min(1).max(65_535).optional(),
    means: '在 127.0.0.1 的这个端口上给出 Prometheus 指标（/metrics）；不设则不给',
    expects: '应为 1 至 65535 的端口号',
  },
  GONGKAI_ORIGIN: {
    schema: siteAddress.optional(),
    means:
      '网站的公开地址，如 https://gongkai.example.gov.cn，或者网关的子路径 https://www.example.gov.cn/nianbao；放在反向代理后面时必须设置',
    expects: `应为 http(s)://主机[:端口][/子路径]；${basePathRules}`,
  },
  GONGKAI_TRUSTED_PROXY: {
    schema: z.stringbool({ truthy: ['yes'], falsy: ['no'] }).default(false),
    means: 'yes 表示前面有自己的反向代理，采信它写的 X-Forwarded-* 请求头；默认 no',
    expects: '应为 yes 或 no',
  },
  GONGKAI_SITE_NAME: {
    schema: z.string().trim().min(1).max(100).default('公开年报'),
    means: '网站名称，默认“公开年报”',
    expects: '应为 1 至 100 个字',
  },
  GONGKAI_SITE_CODE: {
    schema: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
    means: '政府网站标识码',
    expects: '应为 10 位数字',
  },
  GONGKAI_SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    means: '发件服务器，如 smtps://用户:口令@主机:465；不设则不发送任何电子邮件',
    expects: '应为 smtp:// 或 smtps:// 开头的地址',
  },
  GONGKAI_MAIL_FROM: {
    schema: z
      .string()
      .trim()
      .min(3)
      .max(200)
      .regex(/^[^\r\n@]*@[^\r\n]*$/)
      .optional(),
    means: '发件人，如 云溪县政务公开 <gongkai@example.gov.cn>；设了发件服务器就必须设置',
    expects: '应为电子邮箱，或者 名称 <电子邮箱>',
  },
  GONGKAI_REMINDERS: {
    schema: z.stringbool({ truthy: ['yes'], falsy: ['no'] }).default(false),
    means: 'yes 表示在截止前后自动向未报送的机关发送催报邮件；默认 no，由审核人自己发送',
    expects: '应为 yes 或 no',
  },
  GONGKAI_API_PER_MINUTE: {
    schema: z.coerce.number().int().min(0).max(1_000_000).default(1_200),
    means:
      '每个地址每分钟可请求的次数，开放接口、网页、管理端的调用分别计算，已登录的人各自计算；默认 1200，0 表示不限',
    expects: '应为 0 至 1000000 的整数',
  },
  GONGKAI_LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
    means: '日志级别：debug、info、warn（默认）、error、silent',
    expects: '应为 debug、info、warn、error、silent 之一',
  },
  GONGKAI_LOG_FORMAT: {
    schema: z.enum(['text', 'json']).default('text'),
    means: '日志格式：text（默认，供人阅读）、json（每行一条，供程序收集）',
    expects: '应为 text 或 json',
  },
  ...databaseSettings,
  ...signInSettings,
} as const;

type Declared = typeof declared;
type Parsed = { readonly [Name in keyof Declared]: z.output<Declared[Name]['schema']> };

/** The validated settings of the environment. */
export interface Settings {
  readonly databaseUrl: Parsed['DATABASE_URL'];
  readonly replicaUrl: Parsed['GONGKAI_REPLICA_URL'];
  readonly metricsPort: Parsed['GONGKAI_METRICS_PORT'];
  /** Scheme, host and port under which readers know the site, if the operator configured them. */
  readonly origin: string | undefined;
  /** Path below which a gateway publishes the site, without a trailing slash; empty if the site has its own host. */
  readonly basePath: string;
  readonly trustedProxy: Parsed['GONGKAI_TRUSTED_PROXY'];
  readonly apiPerMinute: Parsed['GONGKAI_API_PER_MINUTE'];
  readonly site: { readonly name: string; readonly identificationCode?: string };
  /** Undefined if no e-mail is to be sent. */
  readonly smtp?: { readonly url: string; readonly from: string; readonly reminders: boolean };
  readonly signIn: SignInSettings;
  readonly database: DatabaseSettings;
  /** Time in milliseconds from SIGTERM until no further requests are accepted. */
  readonly lameDuckMs: number;
  readonly log: { readonly level: Parsed['GONGKAI_LOG_LEVEL']; readonly format: Parsed['GONGKAI_LOG_FORMAT'] };
}

/** An invalid or unknown setting, by name. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Every setting with its meaning, for the help text. */
export const settingMeanings: readonly (readonly [name: string, means: string])[] = Object.entries(declared).map(
  ([name, { means }]) => [name, means],
);

/**
 * Parses the settings from the variables of an environment. A value is never repeated in an error, because it may
 * contain a password.
 * @throws {SettingsError}
 */
export function parseSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const faults = Object.keys(variables)
    .filter((name) => name.startsWith('GONGKAI_') && !(name in declared))
    .map((name) => `${name}：没有这一项设置`);
  const parsed: Record<string, unknown> = {};
  for (const [name, { schema, expects }] of Object.entries(declared)) {
    const result = schema.safeParse(variables[name] || undefined);
    if (result.success) parsed[name] = result.data;
    else faults.push(`${name}：${expects}`);
  }
  if (variables['GONGKAI_REPLICA_URL'] && !variables['DATABASE_URL'])
    faults.push('GONGKAI_REPLICA_URL：只在设了 DATABASE_URL 时有用');
  if (variables['GONGKAI_SMTP_URL'] && !variables['GONGKAI_MAIL_FROM'])
    faults.push('GONGKAI_MAIL_FROM：设了 GONGKAI_SMTP_URL 就必须设置发件人');
  if (!variables['GONGKAI_SMTP_URL'] && parsed['GONGKAI_REMINDERS'])
    faults.push('GONGKAI_REMINDERS：先用 GONGKAI_SMTP_URL 设置发件服务器');
  faults.push(...signInErrors(variables));
  if (faults.length > 0) throw new SettingsError(`环境变量设置有误。${faults.join('；')}。`);

  const values = parsed as Parsed;
  const { GONGKAI_SITE_CODE: code, GONGKAI_SMTP_URL: url, GONGKAI_MAIL_FROM: from } = values;
  return {
    databaseUrl: values.DATABASE_URL,
    replicaUrl: values.GONGKAI_REPLICA_URL,
    metricsPort: values.GONGKAI_METRICS_PORT,
    origin: values.GONGKAI_ORIGIN?.origin,
    basePath: values.GONGKAI_ORIGIN?.basePath ?? '',
    trustedProxy: values.GONGKAI_TRUSTED_PROXY,
    apiPerMinute: values.GONGKAI_API_PER_MINUTE,
    site: { name: values.GONGKAI_SITE_NAME, ...(code && { identificationCode: code }) },
    ...(url && from && { smtp: { url, from, reminders: values.GONGKAI_REMINDERS } }),
    signIn: toSignInSettings(values),
    database: toDatabaseSettings(values),
    lameDuckMs: values.GONGKAI_LAME_DUCK_SECONDS * 1_000,
    log: { level: values.GONGKAI_LOG_LEVEL, format: values.GONGKAI_LOG_FORMAT },
  };
}
