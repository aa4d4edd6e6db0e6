import { startsWith } from './documents.ts';

export const isPng = startsWith(0x89, 0x50, 0x4e, 0x47);
export const isJpeg = startsWith(0xff, 0xd8, 0xff);
const isTiffOfIntel = startsWith(0x49, 0x49, 0x2a, 0);
const isTiffOfMotorola = startsWith(0x4d, 0x4d, 0, 0x2a);
export const isTiff = (bytes: Uint8Array) => isTiffOfIntel(bytes) || isTiffOfMotorola(bytes);

/** True if the bytes are a picture of a format whose text can be recognised. */
export const isPicture = (bytes: Uint8Array) => isPng(bytes) || isJpeg(bytes) || isTiff(bytes);
