import { expect, it } from 'vitest';
import { contactRuns } from './contact-links.ts';

const hrefs = (field: 'phone' | 'email' | 'website' | 'address', text: string) =>
  contactRuns(field, text).flatMap(({ href }) => href ?? []);

it.each([
  ['0999-5550113', ['tel:09995550113']],
  ['（0999）5550113', ['tel:09995550113']],
  ['0999 5550113、5550114', ['tel:09995550113', 'tel:5550114']],
  ['010-65550113转8021', ['tel:01065550113;ext=8021']],
  ['13900001111', ['tel:13900001111']],
  ['12345', ['tel:12345']],
  ['详见网站', []],
])('makes telephone numbers of %j links to dial', (text, expected) => {
  expect(hrefs('phone', text)).toEqual(expected);
  expect(
    contactRuns('phone', text)
      .map((run) => run.text)
      .join(''),
  ).toBe(text);
});

it('links email and web addresses', () => {
  expect(hrefs('email', 'zwgk@example.gov.cn')).toEqual(['mailto:zwgk@example.gov.cn']);
  expect(hrefs('website', 'www.example.gov.cn')).toEqual(['http://www.example.gov.cn']);
  expect(hrefs('website', 'https://example.gov.cn/zwgk/')).toEqual(['https://example.gov.cn/zwgk/']);
});

it('links no other scheme and no other field', () => {
  expect(hrefs('website', 'javascript:alert(1)')).toEqual([]);
  expect(hrefs('address', '云溪大道 0999-5550113')).toEqual([]);
});
