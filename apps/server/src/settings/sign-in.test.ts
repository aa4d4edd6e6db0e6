import { expect, it } from 'vitest';
import { parseSettings } from './settings.ts';

const oidc = {
  GONGKAI_OIDC_ISSUER: 'https://sso.example.gov.cn/realms/county',
  GONGKAI_OIDC_CLIENT_ID: 'gongkai',
  GONGKAI_OIDC_CLIENT_SECRET: 'a-secret',
};

it('asks for what assessments customarily ask where nothing is said', () => {
  expect(parseSettings({}).signIn).toEqual({
    policy: { passwordDays: 90, idleMinutes: 30, lockMinutes: 15, secondFactorRequired: false, oidcName: null },
  });
});

it('reads every setting of signing in', () => {
  expect(
    parseSettings({
      ...oidc,
      GONGKAI_PASSWORD_DAYS: '0',
      GONGKAI_IDLE_MINUTES: '10',
      GONGKAI_LOCK_MINUTES: '60',
      GONGKAI_SECOND_FACTOR: 'required',
      GONGKAI_OIDC_NAME: '云溪县统一认证',
      GONGKAI_OIDC_CLAIM: 'email',
    }).signIn,
  ).toEqual({
    policy: {
      passwordDays: 0,
      idleMinutes: 10,
      lockMinutes: 60,
      secondFactorRequired: true,
      oidcName: '云溪县统一认证',
    },
    oidc: {
      issuer: oidc.GONGKAI_OIDC_ISSUER,
      clientId: 'gongkai',
      clientSecret: 'a-secret',
      name: '云溪县统一认证',
      claim: 'email',
    },
  });
});

it.each([
  ['GONGKAI_PASSWORD_DAYS', '366'],
  ['GONGKAI_PASSWORD_DAYS', '-1'],
  ['GONGKAI_IDLE_MINUTES', '4'],
  ['GONGKAI_IDLE_MINUTES', '1e2'],
  ['GONGKAI_LOCK_MINUTES', '0'],
  ['GONGKAI_SECOND_FACTOR', 'yes'],
  ['GONGKAI_OIDC_ISSUER', 'ftp://secret'],
  ['GONGKAI_OIDC_CLAIM', 'no claim'],
])('refuses %s=%s', (name, value) => {
  expect(() => parseSettings({ ...oidc, [name]: value })).toThrow(name);
});

it('refuses a sign-in service of which something is missing, and names what', () => {
  const { GONGKAI_OIDC_CLIENT_SECRET: _left, ...half } = oidc;
  expect(() => parseSettings(half)).toThrow(/GONGKAI_OIDC_CLIENT_SECRET：.*一起设置/);
});
