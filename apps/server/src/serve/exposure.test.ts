import { describe, expect, it } from 'vitest';
import { Failure } from '../terminal/failure.ts';
import { isExposed, assertDemonstrationNotExposed, requireOrigin, type Exposure } from './exposure.ts';

const own = 'https://gongkai.example.gov.cn';
const exposure = (host: string, more: Partial<Exposure> = {}): Exposure => ({
  host,
  origin: undefined,
  trustedProxy: false,
  ...more,
});

describe('what others can reach', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('is nothing on %s', (host) => {
    expect(isExposed(exposure(host))).toBe(false);
    expect(isExposed(exposure(host, { origin: 'http://localhost:3000' }))).toBe(false);
    expect(() => assertDemonstrationNotExposed(exposure(host))).not.toThrow();
    expect(() => requireOrigin(exposure(host))).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.2', 'gongkai.example.gov.cn', '127.0.0.1.example', '1270.0.0.1'])(
    'is the site on %s: no demonstration there, and its address must be known',
    (host) => {
      expect(() => assertDemonstrationNotExposed(exposure(host))).toThrow(Failure);
      expect(() => requireOrigin(exposure(host))).toThrow('GONGKAI_ORIGIN');
      expect(() => requireOrigin(exposure(host, { origin: own }))).not.toThrow();
    },
  );

  it('is the site behind a proxy', () => {
    expect(() => assertDemonstrationNotExposed(exposure('127.0.0.1', { origin: own }))).toThrow(Failure);
    expect(() => requireOrigin(exposure('127.0.0.1', { trustedProxy: true }))).toThrow('GONGKAI_ORIGIN');
  });
});
