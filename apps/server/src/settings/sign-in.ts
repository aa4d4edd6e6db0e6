import type { OidcSettings, SignInPolicy } from '@gongkai/api';
import * as z from 'zod';
import { integerBetween } from './integer-between.ts';

const text = z.string().trim().min(1).max(200).optional();

/** Environment settings for signing in. */
export const signInSettings = {
  GONGKAI_PASSWORD_DAYS: {
    schema: integerBetween(0, 365, 90),
    means: '密码每隔多少天必须修改，默认 90；0 表示不要求',
    expects: '应为 0 至 365 的整数',
  },
  GONGKAI_IDLE_MINUTES: {
    schema: integerBetween(5, 240, 30),
    means: '登录后多少分钟没有操作就自动退出，默认 30',
    expects: '应为 5 至 240 的整数',
  },
  GONGKAI_LOCK_MINUTES: {
    schema: integerBetween(5, 1440, 15),
    means: '同一网络地址或电脑对一个账号连续 5 次登录失败后，暂停多少分钟，默认 15',
    expects: '应为 5 至 1440 的整数',
  },
  GONGKAI_SECOND_FACTOR: {
    schema: z.enum(['optional', 'required']).default('optional'),
    means: 'required 表示每个账号登录时都须用手机上的动态验证码；默认 optional，由本人决定',
    expects: '应为 optional 或 required',
  },
  GONGKAI_OIDC_ISSUER: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    means: '统一身份认证（OpenID Connect）的签发地址；设了它，登录页多一个入口，只有已建立的账号能进',
    expects: '应为 http(s):// 开头的地址',
  },
  GONGKAI_OIDC_CLIENT_ID: {
    schema: text,
    means: '本系统在统一身份认证登记的编号（client id）',
    expects: '应为 1 至 200 个字符',
  },
  GONGKAI_OIDC_CLIENT_SECRET: {
    schema: text,
    means: '本系统在统一身份认证登记的密钥（client secret）',
    expects: '应为 1 至 200 个字符',
  },
  GONGKAI_OIDC_NAME: {
    schema: z.string().trim().min(1).max(30).default('统一身份认证'),
    means: '登录页上统一身份认证的名称',
    expects: '应为 1 至 30 个字',
  },
  GONGKAI_OIDC_CLAIM: {
    schema: z
      .string()
      .regex(/^[\w:./-]{1,100}$/)
      .default('preferred_username'),
    means: '统一身份认证用哪一项对应本系统的用户名，默认 preferred_username；email 表示对应账号的电子邮箱',
    expects: '应为该项的名称',
  },
} as const;

type Declared = typeof signInSettings;
type Parsed = { readonly [Name in keyof Declared]: z.output<Declared[Name]['schema']> };

export interface SignInSettings {
  readonly policy: SignInPolicy;
  readonly oidc?: OidcSettings;
}

const together = ['GONGKAI_OIDC_ISSUER', 'GONGKAI_OIDC_CLIENT_ID', 'GONGKAI_OIDC_CLIENT_SECRET'] as const;

/** Errors in settings that depend on each other. */
export function signInErrors(variables: Readonly<Record<string, string | undefined>>): string[] {
  const missing = together.filter((name) => !variables[name]);
  if (missing.length === 0 || missing.length === together.length) return [];
  return [`${missing.join('、')}：统一身份认证的签发地址、编号、密钥须一起设置`];
}

/** Converts the parsed settings into the sign-in policy. */
export function toSignInSettings(values: Parsed): SignInSettings {
  const [issuer, clientId, clientSecret] = together.map((name) => values[name]);
  const name = values.GONGKAI_OIDC_NAME;
  const oidc = issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : undefined;
  return {
    policy: {
      passwordDays: values.GONGKAI_PASSWORD_DAYS,
      idleMinutes: values.GONGKAI_IDLE_MINUTES,
      lockMinutes: values.GONGKAI_LOCK_MINUTES,
      secondFactorRequired: values.GONGKAI_SECOND_FACTOR === 'required',
      oidcName: oidc ? name : null,
    },
    ...(oidc && { oidc: { ...oidc, claim: values.GONGKAI_OIDC_CLAIM } }),
  };
}
