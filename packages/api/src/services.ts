import * as accountCommands from './account/commands/index.ts';
import * as accountQueries from './account/queries/index.ts';
import * as agencyQueries from './agency/queries.ts';
import * as auditCommands from './audit/commands.ts';
import * as auditQueries from './audit/queries.ts';
import { bind } from './common/bind.ts';
import type { Dependencies } from './common/dependencies.ts';
import * as draftCommands from './draft/commands.ts';
import * as draftQueries from './draft/queries.ts';
import * as importCommands from './import/commands.ts';
import * as maintenanceCommands from './maintenance/commands.ts';
import * as maintenanceQueries from './maintenance/queries.ts';
import * as openDataQueries from './open-data/queries/index.ts';
import * as publicationCommands from './publication/commands/index.ts';
import * as registerCommands from './register/commands/index.ts';
import * as registerQueries from './register/queries.ts';
import { createAgency } from './register/with-register.ts';
import * as reportQueries from './report/queries.ts';
import * as reviewCommands from './review/commands/index.ts';
import * as reviewQueries from './review/queries.ts';
import * as rollUpCommands from './roll-up/commands.ts';
import * as rollUpQueries from './roll-up/queries.ts';
import * as roundCommands from './round/commands/index.ts';
import * as roundQueries from './round/queries/index.ts';
import * as searchQueries from './search/queries.ts';
import * as submissionCommands from './submission/commands.ts';
import * as tokenCommands from './token/commands.ts';
import * as tokenQueries from './token/queries.ts';

/**
 * All application services. They do not authorise; the tRPC and REST adapters do.
 * Every function returns what the schemas of `@gongkai/api/schemas` describe, or throws an `ApiError`.
 */
export function createServices(deps: Dependencies) {
  return {
    account: bind({ ...accountCommands, ...accountQueries }, deps),
    agency: bind({ ...agencyQueries, create: createAgency }, deps),
    audit: bind({ ...auditCommands, ...auditQueries }, deps),
    draft: bind({ ...draftCommands, ...draftQueries }, deps),
    import: bind(importCommands, deps),
    maintenance: bind({ ...maintenanceCommands, ...maintenanceQueries }, deps),
    openData: bind(openDataQueries, deps),
    publication: bind(publicationCommands, deps),
    register: bind({ ...registerCommands, ...registerQueries }, deps),
    report: bind(reportQueries, deps),
    review: bind({ ...reviewCommands, ...reviewQueries }, deps),
    rollup: bind({ ...rollUpCommands, ...rollUpQueries }, deps),
    round: bind({ ...roundCommands, ...roundQueries }, deps),
    search: bind(searchQueries, deps),
    submission: bind(submissionCommands, deps),
    token: bind({ ...tokenCommands, ...tokenQueries }, deps),
  };
}

export type Services = ReturnType<typeof createServices>;
