import { soleText, type Line } from './lines.ts';

/** Words that a site adds around a document; a line of site furniture consists entirely of such items. */
const metadata = [
  '(?:发布|发文|成文|更新|生成|印发|公开|录入|审核|上传|编辑|添加|写作|签发|制发|生效|失效|废止)?(?:日期|时间)',
];
const origins = [
  '(?:信息|稿件|文章|文档|内容|新闻|作者)?(?:来源|出处)',
  '(?:责任)?编辑|责编|作者|撰稿人?|供稿(?:单位|人)?|校对|审核人?|审签|录入(?:者|人)?|信息员|发布(?:者|人|单位|机构|部门)|发文(?:机关|单位)',
  '索引号|索\\s*引\\s*号|统一编号|发文字号|文\\s*号|主题(?:分类|词)|组配分类|信息(?:分类|类别|名称)|体裁分类|服务对象|关\\s*键\\s*[词字]|有\\s*效\\s*性|公开(?:方式|类别|形式|范围|时限|程序|属性)|所属(?:栏目|主题)|内容概述|信息索取号|公文种类|名\\s*称',
];
const labelled = [...metadata, ...origins].join('|');
/** Words that precede a colon on the pages of sites. */
const beforeColon = `(?:${labelled}|(?:浏览|访问|阅读|点击|查看)(?:次数|人数|总数|量|数|率)?|字[体号](?:大小)?|分享到?)`;
/** A value ends where the next label begins, because inline elements leave no blank between them. */
const value = String.raw`(?:(?!${beforeColon}\s*[:：])[^\s:：，,。；;【】\[\]|｜]){1,30}`;
const clock = String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`;
const day = String.raw`\d{2,4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?`;
const moment = String.raw`${day}(?:\s*${clock})?`;
const counters = String.raw`(?:浏览|访问|阅读|点击|查看|人气|已阅)(?:次数|人数|总数|量|数|率)?\s*[:：]?\s*(?:[(（【\[]?\s*\d*\s*[)）】\]]?)\s*(?:人?次)?`;
const sizes = String.raw`(?:文字|字体|字号|字\s*体|字\s*号)(?:大小|显示)?\s*[:：]?|特大号?|超大号?|大号|中号|小号|[大中小]{1,3}(?=[\s【】\[\]()（）|｜/、·-]|$)|默认|恢复默认|标准|[Aa][+-]|T(?=\s*[|/+-]|\s*$)|(?:保护视力|视力保护|背景|护眼)[色模]式?\s*[:：]?`;
const sharing = String.raw`(?:一键)?(?:分享|转发)(?:到|至|给好友)?\s*[:：]?|微信(?:好友|朋友圈|扫一扫)?|朋友圈|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|人人网|豆瓣|支付宝|钉钉|复制(?:链接|网址)|更多|扫(?:一扫|码)[^，。；]{0,20}|(?:手机)?二维码|用手机(?:看|打开|浏览|阅读)[^，。；]{0,12}`;
const actions = String.raw`打印(?:本页|正文|页面|文章|此页|预览)?|关闭(?:本页|窗口|页面|此页)?|收藏(?:本页|此页|网页)?|返回(?:顶部|首页|列表|上一页|上页)?|我要(?:纠错|打印|收藏|分享)|纠错|保存|字体缩放|(?:点击|全文|文件|附件|文档|原文|图片|PDF|pdf|Word|WORD|word|OFD|ofd|DOCX?|docx?)?版?\s*下载(?:本文|全文|文件|附件|文档|正文|word|Word|WORD|pdf|PDF|ofd|OFD)?版?|(?:全真|文字|图片|图文|图解|电子|网页|手机|纯文本|PDF|pdf|Word|WORD|word|OFD|ofd|无障碍|长者|大字|繁体|简体)版|无障碍(?:浏览|阅读)?|长者(?:模式|助手|浏览)|适老化|(?:语音|点击|在线)?(?:播报|朗读|播放|收听|听全文)|暂停|停止|繁體|繁体|简体|English|登录|注册|网站(?:首页|地图|支持)`;
const related = String.raw`相关(?:链接|文章|附件|信息|阅读|稿件|新闻|文件|下载|解读|推荐|内容)\s*[:：]?|附件(?:下载|列表)?\s*[:：]?(?=\s*$)|${value}\.(?:docx?|pdf|ofd|wps|xlsx?|zip|rar)`;

const parts = [
  `(?:${metadata.join('|')})\\s*[:：]\\s*(?:${moment})?`,
  `(?:${origins.join('|')})\\s*[:：]\\s*(?:${value})?`,
  `${day}\\s*${clock}|\\d{4}-\\d{1,2}-\\d{1,2}`,
  counters,
  sizes,
  sharing,
  related,
  actions,
];
const token = new RegExp(`^[\\s\\p{P}\\p{S}]*(?:${parts.join('|')})`, 'u');
const marks = /^[\s\p{P}\p{S}]*$/u;
const path =
  /^(?:(?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?位置|当前(?:页面|栏目))\s*(?:是|为)?\s*[:：].*$|^(?:网站)?首页\s*[>＞»›/→\\-].*$|^.*[>＞»›].*[>＞»›].*$|^(?:上|下)一?(?:篇|页|条)\s*[:：].*$/u;
/** A label of a site's metadata; no sentence begins with it. */
const hasLabel = new RegExp(`${beforeColon}\\s*[:：]`, 'u');
/** A label whose value may be on the next line. */
const openLabel = new RegExp(`(?:${labelled})\\s*[:：]\\s*$`, 'u');
const maxScanned = 200;
const maxPathLength = 120;
const maxValueLength = 30;

/**
 * Removes the words of a site from the beginning of a text; returns '' if nothing else remains. A sentence after them
 * is kept, and so is a text that only begins with such words: 打印机采购信息.
 */
export function stripSiteFurniture(text: string): string {
  const whole = text.trim();
  if (whole.length <= maxPathLength && !/[，。；]/u.test(whole) && path.test(whole)) return '';
  let rest = whole;
  for (let found = token.exec(rest.slice(0, maxScanned)); found?.[0]; found = token.exec(rest.slice(0, maxScanned)))
    rest = rest.slice(found[0].length);
  if (marks.test(rest)) return '';
  const consumed = whole.slice(0, whole.length - rest.length);
  const isApart = /^[\s】\]）)|｜]/u.test(rest) || /[\s】\]）)|｜]$/u.test(consumed);
  return isApart && hasLabel.test(consumed) ? rest.replace(/^[\s】\]）)|｜]+/u, '') : whole;
}

/** True if a line consists only of the words of a site. */
export function isFurniture(text: string): boolean {
  return stripSiteFurniture(text) === '';
}

export interface Cleared {
  readonly lines: readonly Line[];
  /** The dropped text, line by line. */
  readonly dropped: readonly string[];
}

/**
 * Drops the site's text between the title and the first paragraph: dates, sources, counters, font sizes, sharing,
 * downloads, paths. A short text between two such lines is dropped and reported with them.
 */
export function removeSiteFrame(lines: readonly Line[]): Cleared {
  const texts = lines.map((line) => soleText(line) ?? '');
  const dropped: string[] = [];
  let first = 0;
  for (let at = 0; at < lines.length; at++) {
    const text = texts[at]!;
    const isValue = at > 0 && first === at && openLabel.test(texts[at - 1]!) && isShort(text);
    const isBetween = isShort(text) && isFollowedByFurniture(texts, at);
    if (text !== '' && !isFurniture(text) && !isValue && !isBetween) break;
    first = at + 1;
  }
  dropped.push(...texts.slice(0, first).filter((text) => text !== ''));
  const [next, ...others] = lines.slice(first);
  const rest = next && soleText(next) !== undefined ? stripSiteFurniture(texts[first]!) : undefined;
  if (!next || rest === undefined || rest === texts[first]) return { lines: lines.slice(first), dropped };
  dropped.push(texts[first]!.slice(0, texts[first]!.length - rest.length).trim());
  const cells = next.cells.map((cell) => (cell.text.trim() === texts[first] ? { ...cell, text: rest } : cell));
  return { lines: [{ ...next, cells }, ...others], dropped };
}

/** True for a menu entry: not a sentence, and not part of a contact. */
function isShort(text: string): boolean {
  return text.length <= maxValueLength && !/[。；！？]|[:：].|地址|电话|联系|报告/u.test(text);
}

/** True if words of a site follow after one or two short lines. */
function isFollowedByFurniture(texts: readonly string[], at: number): boolean {
  if (at === 0) return false;
  for (let next = at + 1; next < Math.min(texts.length, at + 3); next++) {
    if (texts[next] !== '' && isFurniture(texts[next]!)) return true;
    if (!isShort(texts[next]!)) return false;
  }
  return false;
}
