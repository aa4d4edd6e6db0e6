import { describe, expect, it } from 'vitest';
import type { Contact } from '../report/report.ts';
import { contactProblems } from './contact.ts';

const whole: Contact = { address: '云溪大道 1 号', postcode: '999900', phone: '0999-5550134' };
const problems = (changes: Partial<Contact>) => contactProblems({ ...whole, ...changes }).map(({ zh }) => zh);

describe('a contact block', () => {
  it('has nothing wrong where it is whole', () => {
    expect(contactProblems(whole)).toEqual([]);
    expect(contactProblems({})).toEqual([
      { zh: '缺少地址', en: 'no address' },
      { zh: '缺少邮编', en: 'no postcode' },
      { zh: '缺少电话', en: 'no phone' },
    ]);
  });

  it.each(['99990', '9999000', '99990a', 'a999900', ''])('wants six digits for a postcode: %j', (postcode) => {
    expect(problems({ postcode })).toEqual([postcode === '' ? '缺少邮编' : '邮编应为 6 位数字']);
    expect(problems({ postcode: ' 999900 ' })).toEqual([]);
  });

  it.each([
    '0999-5550134',
    '010-55501345',
    '09995550134',
    '（0999）5550134',
    '(010) 55501345',
    '0999 - 5550134',
    '0999—5550134',
    '0999–5550134',
    '0999－5550134',
    '55501345',
    '12345',
    '0999-5550134-801234',
    '0999-5550134转8',
    '5550134—12',
    '5550134–12',
    '5550134－12',
    '19955501345',
    '0999-5550134、0999-5550135',
    '0999-5550134，0999-5550135',
    '0999-5550134,0999-5550135',
    '0999-5550134；0999-5550135',
    '0999-5550134; 0999-5550135',
    '0999-5550134/0999-5550135',
  ])('takes the phone number %s', (phone) => {
    expect(problems({ phone })).toEqual([]);
  });

  it.each([
    '1234',
    '123456789',
    '0999-5550134-',
    '0999-5550134-1234567',
    '0999-5550134转',
    '099999-5550134',
    '0999-555013a',
    'a0999-5550134',
    '1995550134',
    '199555013456',
    'x19955501345',
    '0999-5550134、1234',
    '1234、0999-5550134',
  ])('does not take the phone number %s', (phone) => {
    expect(contactProblems({ ...whole, phone })).toEqual([{ zh: '电话格式不对', en: 'the phone number is malformed' }]);
  });

  it.each([
    'yunxi.gov.cn',
    'http://www.yunxi.gov.cn/zwgk',
    'https://yunxi.GOV.CN:8080',
    'yunxi.gov.cn?a=1',
    'yunxi.gov.cn#a',
    ' yunxi.gov.cn ',
  ])('takes the address %s', (website) => {
    expect(problems({ website })).toEqual([]);
  });

  it.each(['www.yunxi.com', 'yunxi.gov.cn.example.com', 'yunxigovcn', 'xgov.cn'])('does not take %s', (website) => {
    expect(contactProblems({ ...whole, website })).toEqual([
      { zh: '下载网址不是 .gov.cn 网站', en: 'the download address is not on .gov.cn' },
    ]);
  });
});
