import * as account from './account/service.ts';
import * as agency from './agency/service.ts';
import * as audit from './audit/service.ts';
import { bind } from './common/bind.ts';
import type { Dependencies } from './common/dependencies.ts';
import * as draft from './draft/service.ts';
import * as imports from './import/service.ts';
import * as maintenance from './maintenance/service.ts';
import * as openData from './open-data/service.ts';
import * as publication from './publication/service.ts';
import * as register from './register/service.ts';
import * as report from './report/service.ts';
import * as review from './review/service.ts';
import * as rollup from './rollup/service.ts';
import * as round from './round/service.ts';
import * as search from './search/service.ts';
import * as submission from './submission/service.ts';
import * as token from './token/service.ts';

/**
 * All that Gongkai can do, without a question of who may: adapters ask that.
 * Every function gives what the schemas of `@gongkai/api/schemas` describe or throws an `ApiError`.
 */
export function createServices(deps: Dependencies) {
  return {
    account: bind(account, deps),
    agency: bind(agency, deps),
    audit: bind(audit, deps),
    draft: bind(draft, deps),
    import: bind(imports, deps),
    maintenance: bind(maintenance, deps),
    openData: bind(openData, deps),
    publication: bind(publication, deps),
    register: bind(register, deps),
    report: bind(report, deps),
    review: bind(review, deps),
    rollup: bind(rollup, deps),
    round: bind(round, deps),
    search: bind(search, deps),
    submission: bind(submission, deps),
    token: bind(token, deps),
  };
}

export type Services = ReturnType<typeof createServices>;
