const multipart = /^content-type:\s*multipart\//im;
const single = /^content-type:\s*text\/html/im;
const header = /^[\s\ufeff]{0,20}(?:[\w-]{2,40}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000})*\r?\n){1,50}\r?\n/;

/** True if the bytes are a web page saved as one file (.mht, .mhtml), whatever its first headers are. */
export function isMht(bytes: Uint8Array): boolean {
  let start = '';
  for (const byte of bytes.subarray(0, 8192)) start += String.fromCharCode(byte);
  const headers = header.exec(start.replace(/^\u00ef\u00bb\u00bf/, ''))?.[0];
  return headers !== undefined && (multipart.test(headers) || single.test(headers));
}
