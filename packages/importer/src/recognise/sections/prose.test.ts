import { describe, expect, it } from 'vitest';
import { findContact, findContactIn } from '../front-matter/contact.ts';
import { isFurniture, stripSiteFurniture } from '../text/site-furniture.ts';
import { findKind } from '../front-matter/kind.ts';
import { findPeriod, findPeriodWithNotes } from '../front-matter/period.ts';
import { unknownAgency } from '@gongkai/schema';
import { findAgency } from '../front-matter/agency.ts';
import { tidy } from '../text/tidy.ts';

describe('words of a site', () => {
  it.each([
    '来源：云溪县人民政府时间：2021-03-05 08:58',
    '发布时间：2022年1月20日 浏览次数：123次 字号：【大 中 小】 打印 关闭',
    '来源： 县政府办 作者： 点击数： 12',
    '【字体大小：大中小】【打印本页】',
    '您的位置:首页 > 政务公开 > 年报',
    '首页 > 政府信息公开 > 政府信息公开年报',
    '分享到： 微信 微博 QQ空间',
    '扫一扫在手机打开当前页',
    '责任编辑:张某 审核:李某',
    '索引号：000014348/2024-00001',
    '附件下载：年度报告.docx',
    '相关链接：',
    '全真版',
  ])('%j are nothing else', (text) => expect(isFurniture(text)).toBe(true));

  it.each([
    '本报告由云溪县财政局编制，数据统计期限自2023年1月1日起。',
    '来源于群众的信息公开申请共3件。',
    '打印机采购信息公开。',
    '微信公众号发布信息10条。',
    '更多信息请登录网站查询。',
    '时间：2023年1月1日至12月31日',
    '联系地址：云溪县长青路1号；邮编：100000',
    '可在县政府网站（首页>政务公开>年报）查阅，欢迎下载。',
    '编制单位：云溪县财政局',
  ])('are not %j', (text) => expect(stripSiteFurniture(text)).toBe(text));

  it('give way to a sentence on the same line', () => {
    expect(stripSiteFurniture('发布时间：2024-01-24 字体：[大 中 小] 本报告由财政局编制。')).toBe(
      '本报告由财政局编制。',
    );
  });
});

describe('contact', () => {
  it.each([
    ['电话/传真：0500-1234567', { phone: '0500-1234567', fax: '0500-1234567' }],
    ['联系电话（传真）：0500-1234567', { phone: '0500-1234567', fax: '0500-1234567' }],
    ['请与云溪镇党政办公室保密与电子政务组联系', { office: '云溪镇党政办公室保密与电子政务组' }],
    ['请及时与云溪镇人民政府取得联系', { office: '云溪镇人民政府' }],
    ['如有疑问，请联系云溪镇党政办公室。', { office: '云溪镇党政办公室' }],
    ['请向云溪县政府办公室咨询（电话：0500-1234567）', { office: '云溪县政府办公室', phone: '0500-1234567' }],
    ['请与云溪镇党政办公室（地址：长青路1号）联系', { office: '云溪镇党政办公室', address: '长青路1号' }],
    [
      '地址：云溪县中心路1号（便民中心三楼），邮编100000',
      { address: '云溪县中心路1号（便民中心三楼）', postcode: '100000' },
    ],
    ['传真0500-7654321', { fax: '0500-7654321' }],
    ['获取本报告联系方式:0500-1234567', { phone: '0500-1234567' }],
    [
      '地址：云溪县中心路1号 邮 编 ：100000 电 话 ：0500-1234567',
      { address: '云溪县中心路1号', postcode: '100000', phone: '0500-1234567' },
    ],
    ['电话：0500—1234567，电子邮箱：a.b@example.com', { phone: '0500—1234567', email: 'a.b@example.com' }],
    ['如对本报告有意见与建议，请与财政局办公室联系', { office: '财政局办公室' }],
    ['本局与各部门密切配合。', {}],
  ])('%j', (text, contact) => expect(findContact(text)).toEqual(contact));
});

describe('a contact outside of the preamble', () => {
  const closing = '联系地址：云溪县长青路1号，邮编：100000，电话：0000-1234567。';
  const parts = { address: '云溪县长青路1号', postcode: '100000', phone: '0000-1234567' };

  it('is taken where the preamble has none', () => {
    expect(findContactIn('现公布本局年度报告。', ['全年公开信息3条。', closing])).toMatchObject(parts);
  });
  it.each([
    ['where the preamble has one', '电话：0000-7654321。', [closing], { phone: '0000-7654321' }],
    ['where a number is mentioned in passing', '现公布。', ['办理12345热线：12345678件。'], {}],
    ['where two bodies give theirs', '现公布。', [closing, closing.replaceAll('1', '2')], {}],
  ])('is left alone %s', (_, preamble, elsewhere, contact) => {
    expect(findContactIn(preamble, elsewhere)).toEqual(contact);
  });
});

describe('a period that lost signs', () => {
  it.each([
    ['自202311日起至20231231日止', '2023-01-01', '2023-12-31'],
    ['自20231月1日起至202312月31日止', '2023-01-01', '2023-12-31'],
    ['从202311日到1231日止', '2023-01-01', '2023-12-31'],
    ['自202311日起至20231230日止', '2023-01-01', '2023-12-30'],
    ['自2023年11日起至2023年1231日止', '2023-01-01', '2023-12-31'],
    ['2023.1.1-2023.12.31', '2023-01-01', '2023-12-31'],
  ])('%s is read', (text, from, to) => {
    expect(findPeriod(text)).toEqual({ from, to });
    expect(findPeriodWithNotes(text).notes.map(({ code }) => code)).toEqual(['period-inferred']);
  });

  it('of which two readings are left is named, not read', () => {
    const { period, notes } = findPeriodWithNotes('统计期限自2023121日起至20231231日止。');
    expect(period).toBeUndefined();
    expect(notes.map(({ code }) => code)).toEqual(['period-unread']);
  });

  it('is not made up where none is stated', () => {
    expect(findPeriodWithNotes('本报告由财政局编制。')).toEqual({ period: undefined, notes: [] });
  });
});

describe('the body in the preamble', () => {
  const named = (preamble: string, given?: string) => findAgency(undefined, '', preamble, given).name;
  it.each([
    ['甲水县审批局2023年政府信息公开工作年度报告（以下简称年报）是根据条例编制', '甲水县审批局'],
    ['根据条例要求，梳理编制甲水海关关区2023年政府信息公开工作年度报告', '甲水海关关区'],
    ['现将乙山镇2023年度政府信息公开年度报告公布如下', '乙山镇'],
    ['本报告由甲水县财政局编制。', '甲水县财政局'],
  ])('%s', (preamble, name) => expect(named(preamble)).toBe(name));

  it('is none where the text says we, and is then what the clerk chose', () => {
    expect(named('我乡2023年政府信息公开工作年度报告根据条例编制')).toBe(unknownAgency);
    expect(named('根据条例编制', '乙山镇人民政府')).toBe('乙山镇人民政府');
  });
});

it('an area that sums up its bodies publishes for them', () => {
  expect(findKind('甲水综合实验区', '汇总各有关单位情况编制').kind).toBe('consolidated');
  expect(findKind('甲水综合实验区', '根据条例编制').kind).toBe('own');
  expect(findKind('甲水县财政局', '汇总各科室情况编制').kind).toBe('own');
});

it('printed text is written without the blanks that fill its lines', () => {
  expect(tidy('（国令第 711 号）自 2024 年 1 月 1 日起，邮 编 ：100000 。健康发展 。')).toBe(
    '（国令第711号）自2024年1月1日起，邮编：100000。健康发展。',
  );
  expect(tidy('访问 www.example.com 或 Open Data')).toBe('访问 www.example.com 或 Open Data');
});
