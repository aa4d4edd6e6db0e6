import type { AgencyKind, AgencyLevel, ReportKind } from '@gongkai/schema';
import * as z from 'zod/mini';
import { line, webAddress } from './schemas.ts';

export const agencyKind = z.enum([
  'government',
  'governmentOffice',
  'department',
  'town',
  'township',
  'streetOffice',
  'zone',
  'verticallyLed',
  'authorisedOrganisation',
] satisfies AgencyKind[]);
export type { AgencyKind, AgencyLevel };

export const agencyLevel = z.enum(['state', 'province', 'prefecture', 'county', 'township'] satisfies AgencyLevel[]);

/** Public contact details of the agency's disclosure office; no person's name. */
export const agencyContact = z.strictObject({
  office: z.nullable(line(200)),
  address: z.nullable(line(200)),
  postcode: z.nullable(z.string().check(z.regex(/^\d{6}$/, { error: '邮政编码应为 6 位数字' }))),
  phone: z.nullable(line(100)),
  fax: z.nullable(line(100)),
  email: z.nullable(z.email({ error: '电子邮箱的写法不对，例如 xxgk@example.gov.cn' }).check(z.maxLength(200))),
  website: z.nullable(webAddress),
});
export type AgencyContact = z.infer<typeof agencyContact>;

/** A government at county level or above makes a consolidated report; every other body reports on itself. */
export function reportKindOf({ kind }: { readonly kind: AgencyKind | (string & {}) }): ReportKind {
  return kind === 'government' ? 'consolidated' : 'own';
}
