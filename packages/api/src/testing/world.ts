import type { Engine } from '@gongkai/db';
import { testDatabase } from '@gongkai/db/testing';
import { blankReport, buildTables, cellOf, formOfYear, type Report } from '@gongkai/schema';
import type { Duty } from '../account/schemas.ts';
import { installation, type Grant } from '../common/actor.ts';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError, type ErrorBody } from '../common/errors.ts';
import type { Context } from '../context.ts';
import type { ReportKey } from '../common/schemas.ts';
import { createServices } from '../services.ts';

/** The moment at which tests take place: an afternoon in Shanghai. */
export const now = new Date('2022-01-20T06:00:00Z');

export const testPassword = 'Test-only-1';

/** A small place: a county's government with its office and a town; another county's town; nobody who works there yet. */
export async function openWorld(engine: Engine, deps: Partial<Omit<Dependencies, 'db'>> = {}) {
  const database = await testDatabase(engine);
  let time = now;
  const services = createServices({ db: database.db, clock: () => time, ...deps });
  /** Lets the clock stand at another moment. */
  const passTo = (moment: string) => void (time = new Date(moment));
  const add = (name: string, kind: 'government' | 'governmentOffice' | 'town', parentId: string | null) =>
    services.agency.create({
      name,
      kind,
      level: kind === 'town' ? 'township' : 'county',
      parentId,
      validFrom: '2010-01-01',
    });
  const county = await add('云溪县人民政府', 'government', null);
  const elsewhere = await add('临江县人民政府', 'government', null);
  const agencies = {
    county,
    office: await add('云溪县人民政府办公室', 'governmentOffice', county),
    town: await add('云溪县青原镇人民政府', 'town', county),
    otherTown: await add('临江县白石镇人民政府', 'town', elsewhere),
  };

  let people = 0;
  const person = async (name: string, grants: Grant[], duties: Duty[]): Promise<Context> => {
    const account = { username: `clerk${++people}`, name, password: testPassword };
    const userId = await services.account.create(account, grants, duties);
    return { services, user: await services.account.signedIn(userId) };
  };
  /** The context of a new person with these roles. */
  const signIn = (name: string, ...grants: Grant[]) => person(name, grants, []);
  /** The context of a new person with a duty for the installation. */
  const signInOnDuty = (name: string, duty: Duty) => person(name, [], [duty]);
  const publish = (key: ReportKey, report: Report, publishedOn = `${key.year + 1}-01-15`) =>
    services.publication.archiveAll(installation, [{ ...key, report, publishedOn }]);

  return { database, services, agencies, signIn, signInOnDuty, publish, passTo, close: database.close };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** What a report must say to be handed in without an explanation, in other words every other year. */
const sentences: readonly Readonly<Record<string, string>>[] = [
  {
    overview:
      '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障各项工作按要求开展，工作考核、社会评议结果良好，没有责任追究的情形。',
    problems: '存在的主要问题是更新不够及时。下一步按月检查各栏目，加以改进。',
    other: '本年度未收取信息处理费。',
  },
  {
    overview:
      '明确专人负责主动公开，设窗口受理依申请公开，建立台账加强政府信息管理，在平台建设上增设栏目，以培训作为监督保障；年底工作考核为良好，社会评议满意，责任追究零起。',
    problems: '主要问题：解读材料偏少。改进情况：每季度举办一次政策问答。',
    other: '全年没有收取信息处理费。',
  },
];

/** A sound report of the town with 0 in every cell and a sentence at the head of its first section. */
export function sampleReport(key: ReportKey, sentence = '全年主动公开惠民补贴信息十二条。'): Report {
  const form = formOfYear(key.year)!;
  const blank = blankReport(form, { name: '青原镇人民政府' }, key.year, key.kind);
  return {
    ...blank,
    tables: buildTables(form, (cell) => (cellOf(form, cell).measure === 'money' ? '0' : 0)),
    sections: blank.sections.map((section, index) => {
      const required = sentences[key.year % 2]![section.key];
      const texts = [...(index === 0 ? [sentence] : []), ...(required ? [required] : [])];
      return { ...section, blocks: texts.map((text) => ({ type: 'paragraph' as const, text })) };
    }),
  };
}

/** What a call or a service fails with. @throws where it does not fail, or fails otherwise */
export async function failureOf(call: Promise<unknown>): Promise<ErrorBody> {
  const thrown = await call.then(
    () => new Error('the call did not fail'),
    (error: Error) => error,
  );
  for (const error of [thrown, thrown.cause]) if (error instanceof ApiError) return error.body;
  throw thrown;
}
