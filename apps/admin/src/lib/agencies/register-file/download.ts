import type { ExportedFile } from '@gongkai/api/schemas';

/** Saves a file from an API response through the browser. */
export function download({ name, mediaType, base64 }: ExportedFile): void {
  const url = URL.createObjectURL(
    new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], { type: mediaType }),
  );
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
