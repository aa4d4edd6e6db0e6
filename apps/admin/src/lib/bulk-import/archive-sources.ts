import { signOf, type BatchSource } from './batch-source.ts';

/** The result of opening a chosen archive. */
export interface OpenedArchive {
  readonly name: string;
  readonly sign: string;
  readonly sources: readonly BatchSource[];
  /** Paths of ignored files: system files, or files of an unsupported type. */
  readonly skipped: readonly string[];
  /** The reason why the archive was not opened. */
  readonly fault?: string | undefined;
}

/** File names that may be reports. Nested archives are included, so that they are refused by name. */
const mayBeReport = /\.(?:docx?|wps|odt|rtf|pdf|xlsx?|et|ods|html?|txt|md|zip|rar|7z|gz|tgz|tar|bz2|xz)$|^[^.]*$/i;

/** Opens a zip archive in the browser, with the importer's own code. Each of its documents is sent separately. */
export async function openChosenArchive(file: File): Promise<OpenedArchive> {
  const { name, lastModified } = file;
  const sign = signOf(file);
  const unopened = (fault: string): OpenedArchive => ({ name, sign, sources: [], skipped: [], fault });
  const { maxArchiveBytes, openArchive, Refusal } = await import('@gongkai/importer/archive');
  if (file.size > maxArchiveBytes)
    return unopened(`压缩包超过 ${maxArchiveBytes / 2 ** 20} MB。请分成几个压缩包，或者解压后直接选择其中的文件。`);
  try {
    const { files, systemFiles } = openArchive(new Uint8Array(await file.arrayBuffer()));
    const isMeant = (path: string) => mayBeReport.test(lastPart(path));
    const sources = files
      .filter((entry) => isMeant(entry.name))
      .map((entry) => ({
        name: entry.name,
        archive: name,
        sign: `${sign} ${entry.name}`,
        open: async () => new File([new Uint8Array(entry.unpack())], lastPart(entry.name), { lastModified }),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
    const skipped = [...files.map((entry) => entry.name).filter((path) => !isMeant(path)), ...systemFiles];
    return { name, sign, sources, skipped, ...(sources.length === 0 && { fault: '里面没有可以识别的文件。' }) };
  } catch (error) {
    if (error instanceof Refusal) return unopened(error.message);
    return unopened('没有读出来，可能已被移动、改动，或者内存不够。请重新选择，或者解压后直接选择其中的文件。');
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
