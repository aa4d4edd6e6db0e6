/**
 * Decodes the name of a file in an archive: UTF-8 if flagged or valid as such, otherwise the encoding of Chinese
 * Windows.
 */
export function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  const decode = (encoding: string, fatal: boolean) => new TextDecoder(encoding, { fatal }).decode(bytes);
  if (isUtf8) return separated(decode('utf-8', false));
  try {
    return separated(decode('utf-8', true));
  } catch {
    return separated(decode('gb18030', false));
  }
}

function separated(name: string): string {
  return name.replaceAll('\\', '/');
}

/** True if the name stays inside the folder that it is unpacked into. */
export function isInside(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are refused here
  if (name === '' || name.length > 500 || /^\/|^[a-z]:|[\u0000-\u001f]/i.test(name)) return false;
  return name.split('/').every((part) => part !== '..' && part !== '');
}
