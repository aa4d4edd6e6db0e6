import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Json } from '../openapi/components.ts';
import { tags, type Example } from '../route.ts';

/** Renders a part of the page; `html` escapes every value. The cast is safe because nothing here is asynchronous. */
const markup = (...template: Parameters<typeof html>) => html(...template) as HtmlEscapedString;

/** The site of the page, for its head, as the guide to government websites requires (政府网站发展指引, 附件). */
export interface ReferenceSite {
  readonly name?: string;
  readonly identificationCode?: string;
  /** Public address of the site's root, without a trailing slash. */
  readonly url?: string;
  /** Path below which a gateway publishes the site, without a trailing slash. */
  readonly basePath?: string;
}

/** Renders the document as a page without script and without resources of other sites. */
export function referencePage(document: Json, site: ReferenceSite = {}): string {
  const { info, paths, servers } = document as unknown as OpenApi;
  const { basePath = '' } = site;
  const [{ url }] = servers;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  );
  const groups = Object.entries(tags).map(([tag, { zh, en }]) => ({
    tag,
    title: `${zh} ${en}`,
    operations: operations.filter(({ tags }) => tags.includes(tag)),
  }));
  const summary = `${info.description.slice(0, info.description.indexOf('。') + 1)}机关名录、年度报告、数据、合计与年度收集，以 JSON、CSV 和 JSON Lines 提供。`;
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site.name ? `${info.title} - ${site.name}` : info.title}</title>
<meta name="description" content="${summary}">
${siteTags(site, info.title, url)}<link rel="icon" type="image/svg+xml" href="${basePath}/favicon.svg">
<link rel="stylesheet" href="${url}/reference.css">
</head>
<body>
<header>
<p><a href="${basePath}/">首页</a></p>
<h1>${info.title} <small>v${info.version}</small></h1>
<p>${info.description}</p>
<p>机器可读的说明（OpenAPI 3.1）：<a href="${url}/openapi.json">${url}/openapi.json</a></p>
</header>
<nav aria-label="目录">${groups.map(({ title, operations }) => contents(title, operations))}</nav>
<main>${groups.map(({ title, operations }) => section(title, operations, url))}</main>
</body>
</html>
`.toString();
}

function siteTags({ name, identificationCode, url }: ReferenceSite, column: string, path: string): HtmlEscapedString {
  const address = url === undefined ? undefined : new URL(url);
  const tags = [
    ['SiteName', name],
    ['SiteDomain', address?.host],
    ['SiteIDCode', identificationCode],
    ['ColumnName', name && column],
    ['ColumnType', name && '信息公开年报'],
  ].filter(([, value]) => value);
  const link = address ? markup`<link rel="canonical" href="${address.origin + path}">\n` : '';
  return markup`${link}${tags.map(([tag, value]) => markup`<meta name="${tag}" content="${value}">\n`)}`;
}

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description: string;
    readonly schema: Json;
  }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly 'x-examples': readonly Example[];
}

interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'path' | 'method'>>>>>;
}

function contents(title: string, operations: readonly Operation[]): HtmlEscapedString {
  const links = operations.map(
    ({ operationId, summary, path }) => markup`<li><a href="#${operationId}">${summary}</a> <code>${path}</code></li>`,
  );
  return markup`<h2>${title}</h2><ul>${links}</ul>`;
}

function section(title: string, operations: readonly Operation[], base: string): HtmlEscapedString {
  return markup`<h2>${title}</h2>${operations.map((operation) => article(operation, base))}`;
}

function article(operation: Operation, base: string): HtmlEscapedString {
  const { operationId, summary, path, method, description, responses } = operation;
  const responseList = Object.entries(responses).map(
    ([status, { description }]) => markup`<dt>${status}</dt><dd>${description}</dd>`,
  );
  const examples = operation['x-examples'].map((example) => exampleItem(operation, example, base));
  return markup`<article id="${operationId}"><h3>${summary}</h3><p><code>${method} ${base + path}</code></p>${
    description ? markup`<p>${description}</p>` : ''
  }<div class="wide" tabindex="0" role="region" aria-label="${summary}的参数">${parameterTable(operation)}</div><h4>例</h4>${
    examples.length > 0 ? markup`<ul>${examples}</ul>` : markup`<p>尚无已公布的内容可作示例。</p>`
  }<h4>答复</h4><dl>${responseList}</dl></article>`;
}

function parameterTable({ parameters }: Operation): HtmlEscapedString {
  if (parameters.length === 0) return markup`<p>没有参数。</p>`;
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      markup`<tr><th scope="row"><code>${name}</code></th><td>${places[place] ?? ''}${required ? '必填' : '可选'}</td><td>${describe(schema)}</td><td>${description}</td></tr>`,
  );
  return markup`<table><caption>参数</caption><thead><tr><th scope="col">名称</th><th scope="col">位置</th><th scope="col">取值</th><th scope="col">含义</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** Renders an example call; a read is a link. */
function exampleItem({ method, path }: Operation, example: Example, base: string): HtmlEscapedString {
  const address = base + addressOf(path, example);
  const code = markup`<code>${method === 'GET' ? '' : `${method} `}${decodeURI(address)}</code>`;
  return markup`<li>${example.summary}：${method === 'GET' ? markup`<a href="${address}">${code}</a>` : code}</li>`;
}

const places: Readonly<Record<string, string>> = { path: '路径，', header: '请求头，' };

/** Returns the address of an example call, relative to that of the API. */
export function addressOf(path: string, { params = {}, query = {} }: Example): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

function describe(schema: Json): string {
  const { type, enum: words, minimum, maximum, items } = schema;
  if (Array.isArray(words)) return words.join('、');
  if (type === 'integer') return `${String(minimum)} 至 ${String(maximum)} 的整数`;
  if (type === 'boolean') return 'true、false、1、0';
  if (type === 'array') return `逗号分隔：${describe(items as Json)}`;
  return '文字';
}
