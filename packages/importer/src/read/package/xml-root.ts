/**
 * Finds the root element of an XML document, as `name xmlns...`, without parsing it; undefined if the first bytes
 * contain none.
 */
export function rootOf(bytes: Uint8Array): { readonly name: string; readonly tag: string } | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, 8192)) if (byte !== 0) head += String.fromCharCode(byte);
  const start = head.replace(/^[^<]{0,3}/, '').replace(/^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)+/, '');
  const match = /^<(?:[\w.-]+:)?([\w.-]+)(?:\s[^>]*)?>/.exec(start);
  return match ? { name: match[1]!, tag: match[0] } : undefined;
}
