import { describe, expect, test } from 'vitest';
import { creditCodeCheck, creditCodeFault, organisationCheck } from './credit-code.ts';
import { divisionCodeFaults } from './division-code.ts';

describe('a unified social credit code', () => {
  test.each(['12620600MB0523338C', '11341702486344515H'])('%s as public bodies bear it is sound', (code) => {
    expect(creditCodeFault(code)).toBeUndefined();
    expect(creditCodeCheck(code)).toBe(code[17]);
    expect(organisationCheck(code.slice(8))).toBe(code[16]);
  });

  test.each([
    ['1134170248634451', '18 位'],
    ['11341702486344515O', '不用 I、O'],
    ['14341702486344515H', '不以“14”开头'],
    ['11341702486344516H', '末位'],
    ['91350211M0000XUF46', '末位'],
    [`1134170248634451X${creditCodeCheck('1134170248634451X')}`, '第 17 位'],
  ])('%s is doubted', (code, words) => {
    expect(creditCodeFault(code)).toContain(words);
  });

  test.each([0, 2, 5, 9, 12, 16])('is doubted once its character %i is changed', (at) => {
    const code = [...'11341702486344515H'];
    code[at] = code[at] === '3' ? '4' : '3';
    expect(creditCodeFault(code.join(''))).toBeDefined();
  });
});

describe('a division code', () => {
  test.each([
    ['government', 'province', '230000', null],
    ['government', 'prefecture', '230500', '230000'],
    ['department', 'county', '230523', '230523'],
    ['town', 'township', '230523102', '230523'],
    ['streetOffice', 'township', '230523001', '230523'],
    ['township', 'township', '230523200', '230523'],
    ['zone', 'county', '230571', '230500'],
  ] as const)('of a %s of level %s may be %s', (kind, level, divisionCode, parentCode) => {
    expect(divisionCodeFaults({ kind, level, divisionCode }, parentCode)).toEqual([]);
  });

  test.each([
    ['government', 'county', '990523', null, '前两位'],
    ['government', 'county', '230500', null, '后两位不为 00'],
    ['government', 'prefecture', '230000', null, '后两位为 00'],
    ['town', 'township', '230523', '230523', '9 位'],
    ['town', 'township', '230523201', '230523', '100 至 199'],
    ['township', 'township', '230523102', '230523', '200 至 399'],
    ['streetOffice', 'township', '230523000', '230523', '001 至 099'],
    ['town', 'township', '230524102', '230523', '之内'],
  ] as const)('of a %s of level %s is doubted as %s', (kind, level, divisionCode, parentCode, words) => {
    expect(divisionCodeFaults({ kind, level, divisionCode }, parentCode).join()).toContain(words);
  });

  test('that is not given is not doubted', () => {
    expect(divisionCodeFaults({ kind: 'town', level: 'township', divisionCode: null }, '230523')).toEqual([]);
  });
});
