import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forms } from '@gongkai/schema';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { docxBody, docxFile } from '../../testing/docx-layouts.ts';
import { specimen } from '../../testing/specimen.ts';
import { createImportPool } from '../import-pool.ts';
import { residentBytesOfGroup } from '../process/memory.ts';
import { asDocx, convert } from './convert.ts';
import { findOffice } from './find-office.ts';

vi.setConfig({ testTimeout: 120_000 });

const program = findOffice()!;
const patient = { time: 60_000, memory: 512 * 2 ** 20 };
const form = forms[1]!;
const docx = docxFile(docxBody(form, specimen(form)));
const pool = createImportPool({ time: patient.time });
afterAll(() => pool.close());

/** Command lines of running processes that contain a word. */
function processesNaming(word: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes(word) ? [command] : [];
    } catch {
      return [];
    }
  });
}

it('names the conversion, and the file as it came', async () => {
  const rtf = await convert(program, docx, 'docx', { extension: 'rtf' }, patient);
  const result = await pool.import(rtf as Uint8Array, { fileName: '年报.rtf' });
  expect(result.ok && result.report.origin).toEqual({ type: 'archived', source: { file: '年报.rtf' } });
  expect(result.ok && result.notes.map(({ code }) => code)).toContain('converted-kind');
});

it('without LibreOffice says what is needed', async () => {
  const without = createImportPool({ office: null });
  const result = await without.import(strToU8('{\\rtf1 x}'));
  without.close();
  expect(result).toMatchObject({ ok: false, code: 'unsupported-kind' });
  expect(!result.ok && result.message).toMatch(/^这是RTF 文件，读取它需要 LibreOffice，本机没有安装。/u);
});

describe('a document that means harm', () => {
  it('that takes too long or too much memory is given up, and no process of it is left', async () => {
    expect(await convert(program, docx, 'docx', asDocx, { ...patient, time: 100 })).toMatchObject({ code: 'too-slow' });
    expect(await convert(program, docx, 'docx', asDocx, { ...patient, memory: 2 ** 20 })).toMatchObject({
      code: 'too-large',
    });
    await vi.waitFor(() => expect(processesNaming('gongkai-office-')).toEqual([]), { timeout: 5_000 });
  });

  it('that is damaged is refused', async () => {
    expect(await pool.import(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(2000)]))).toMatchObject({
      ok: false,
    });
  });

  let server: Server;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_, response) => {
      asked++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void server.close());

  it('that links to pictures elsewhere fetches nothing', async () => {
    const { port } = server.address() as AddressInfo;
    const picture = `http://127.0.0.1:${port}/picture.png`;
    const odt = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2"
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><office:body><office:text>
        <text:p>年报<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="${picture}"
        xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body>
        </office:document-content>`),
      'META-INF/manifest.xml': strToU8(`<?xml version="1.0"?><manifest:manifest manifest:version="1.2"
        xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/"
        manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml"
        manifest:media-type="text/xml"/></manifest:manifest>`),
    });
    const rtf = strToU8(`{\\rtf1 x{\\field{\\*\\fldinst INCLUDEPICTURE "${picture}" \\\\d}{\\fldrslt }}}`);
    expect(await convert(program, odt, 'odt', asDocx, patient)).toBeInstanceOf(Uint8Array);
    expect(await convert(program, rtf, 'rtf', asDocx, patient)).toBeInstanceOf(Uint8Array);
    expect(asked).toBe(0);
  });
});

it('tells the memory of a group of processes', async () => {
  expect(await residentBytesOfGroup(0x7fffffff)).toBe(0);
});
