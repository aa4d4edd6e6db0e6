import type { Engine } from '@gongkai/db';
import type { ExportInput, FilePlan } from '../register/spreadsheet/schemas.ts';
import { openRegisterScenario } from './register-scenario.ts';

const heading = '编号,机关名称,类型,层级,上级机关,行政区划代码,统一社会信用代码,生效日期,撤销日期';

/** Creates a file of the register as uploaded by an administrator. */
export const fileOf = (content: string | Uint8Array<ArrayBuffer>) => new File([content], '名录.csv');
/** Creates a CSV file from rows under the usual heading. */
export const csv = (...lines: string[]) => fileOf([heading, ...lines, ''].join('\r\n'));

export const effects = ({ lines }: FilePlan) => lines.map(({ effect }) => effect);

/** Opens the register scenario with functions for import and export. */
export async function openRegisterFileScenario(engine: Engine) {
  const fixture = await openRegisterScenario(engine);
  const { register } = fixture.keeper;
  const form = (file: File, fields: Record<string, string> = {}) => {
    const data = new FormData();
    data.set('file', file);
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const preview = (file: File) => register.previewFile(form(file));
  const applyAs = (file: File, digest: string) => register.applyFile(form(file, { digest }));
  const apply = async (file: File) => applyAs(file, (await preview(file)).digest);
  const exported = async (input: ExportInput) => {
    const { base64 } = await register.exportFile(input);
    return fileOf(Uint8Array.from(Buffer.from(base64, 'base64')));
  };
  const namesNow = async () => (await register.tree()).map(({ name }) => name).toSorted();
  return { ...fixture, preview, applyAs, apply, exported, namesNow };
}

export type RegisterFileScenario = Awaited<ReturnType<typeof openRegisterFileScenario>>;
