const declaration = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:-]{3,30})/i;

/** The encoding that a page declares in its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, 2048)) head += String.fromCharCode(byte);
  return declaration.exec(head)?.[1];
}
