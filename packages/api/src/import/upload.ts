import * as z from 'zod/mini';
import { ApiError } from '../common/errors.ts';
import { maximumUpload } from './schemas.ts';

/** An uploaded file. Its name and type are stated by the sender and not verified. */
export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const file = z.instanceof(File);

/** Reads a file of a form. @throws {ApiError} `too_large` */
export async function readUpload(sent: File): Promise<Upload> {
  if (sent.size > maximumUpload)
    throw new ApiError(
      'too_large',
      `文件有 ${Math.ceil(sent.size / 2 ** 20)} MB，超过 ${maximumUpload / 2 ** 20} MB 的上限。请只上传年度报告本身。`,
    );
  return {
    name: plainName(sent.name),
    mediaType: sent.type.replace(/\P{ASCII}|\p{Cc}/gu, '').slice(0, 100) || 'application/octet-stream',
    bytes: await sent.bytes(),
  };
}

/** Returns the last part of a path without control characters, limited to the length that file systems allow. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .slice(0, 255) || 'document'
  );
}
