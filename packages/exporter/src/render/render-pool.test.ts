import { forms } from '@gongkai/schema';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { circularDocument } from '../documents/circular.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { formatNames } from './formats.ts';
import { createRenderPool } from './render-pool.ts';
import { createRenderer } from './render.ts';

// The first file of a format loads its code, PDF all fonts.
vi.setConfig({ testTimeout: 60_000 });

const fonts = { system: false };
const pool = createRenderPool({ fonts });
afterAll(() => pool.close());
const report = sampleReport(forms[1]!);

describe('a pool of render threads', () => {
  it.each(formatNames)('gives the same bytes of %s as the calling thread', async (format) => {
    const here = await createRenderer(fonts).render(format, report);
    expect(await pool.render(format, report)).toEqual({ ...here, bytes: new Uint8Array(here.bytes) });
  });

  it('writes documents that are no reports, and says which fonts it has', async () => {
    const circular = circularDocument({ governmentName: '云溪县人民政府', year: 2025, asOf: '2026-02-01', bodies: [] });
    const file = await pool.renderDocument('pdf', circular);
    expect(new TextDecoder('latin1').decode(file.bytes.subarray(0, 5))).toBe('%PDF-');
    expect(await pool.fontDigest()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says what is wrong and goes on with the next', async () => {
    await expect(pool.render('docx', { ...report, form: 'form-1999' })).rejects.toThrow('form-1999');
    await expect(pool.render('docx', report)).resolves.toMatchObject({ warnings: [] });
  });

  it('ends a thread that takes too long, and starts another', async () => {
    const impatient = createRenderPool({ fonts, timeout: 1 });
    await expect(impatient.render('pdf', report)).rejects.toThrow('已中止');
    await impatient.close();
  });

  it('refuses more than may wait, and everything once it is closed', async () => {
    const small = createRenderPool({ fonts, maxWaiting: 1 });
    const running = small.render('json', report);
    const waiting = small.render('json', report);
    await expect(small.render('json', report)).rejects.toThrow('太多');
    await Promise.all([running, waiting]);
    await small.close();
    await expect(small.render('json', report)).rejects.toThrow('停止');
  });
});
