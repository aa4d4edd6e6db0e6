import { agencyLevelLabels, type AgencyKind, type AgencyLevel } from '@gongkai/schema';

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** Ranges of the last three digits of GB/T 10114, by kind of body. */
const townCodes: Partial<Record<AgencyKind, { readonly from: number; readonly to: number; readonly words: string }>> = {
  streetOffice: { from: 1, to: 99, words: '街道的后三位应为 001 至 099' },
  town: { from: 100, to: 199, words: '镇的后三位应为 100 至 199' },
  township: { from: 200, to: 399, words: '乡的后三位应为 200 至 399' },
};

/** Kinds of bodies whose area need not be an official division. */
const ownAreas: readonly AgencyKind[] = ['zone', 'verticallyLed', 'authorisedOrganisation'];

const shapes: Partial<Record<AgencyLevel, { readonly fits: (code: string) => boolean; readonly words: string }>> = {
  province: { fits: (code) => /^\d\d0000$/.test(code), words: '应为 6 位，后四位为 0000' },
  prefecture: { fits: (code) => /^\d{4}00$/.test(code) && !code.endsWith('0000'), words: '应为 6 位，后两位为 00' },
  county: { fits: (code) => /^\d{6}$/.test(code) && !code.endsWith('00'), words: '应为 6 位，后两位不为 00' },
  township: { fits: (code) => /^\d{9}$/.test(code), words: '应为 9 位' },
};

export interface CodedAgency {
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  readonly divisionCode: string | null;
}

/** Returns what looks wrong with a division code (GB/T 2260, GB/T 10114) for a body and its parent, in words. */
export function divisionCodeFaults(
  { kind, level, divisionCode: code }: CodedAgency,
  parentCode?: string | null,
): string[] {
  if (code === null) return [];
  const faults: string[] = [];
  if (!provinces.has(code.slice(0, 2))) faults.push(`行政区划代码 ${code} 的前两位不是省级行政区的代码，请核对`);
  const shape = shapes[level];
  const town = townCodes[kind];
  if (!ownAreas.includes(kind) && shape && !shape.fits(code))
    faults.push(`${agencyLevelLabels[level]}机关的行政区划代码${shape.words}，现为 ${code}，请核对`);
  else if (town && !(Number(code.slice(6)) >= town.from && Number(code.slice(6)) <= town.to))
    faults.push(`行政区划代码中${town.words}，现为 ${code.slice(6)}，请核对`);
  const area = parentCode?.replace(/(?<!00)(?:00)+$/, '');
  if (area && !code.startsWith(area)) faults.push(`行政区划代码 ${code} 不在上级机关的区划 ${parentCode} 之内，请核对`);
  return faults;
}
