import type { Json } from '../openapi/components.ts';
import { tags, type Example } from '../route.ts';

/** The site that the page belongs to, for its head: as the guide to government websites asks (政府网站发展指引, 附件). */
export interface ReferenceSite {
  readonly name?: string;
  readonly identificationCode?: string;
  /** Address of the site's root as readers know it, without a slash at its end. */
  readonly url?: string;
  /** Its path: where a gateway publishes the site below one, without a slash at its end. */
  readonly basePath?: string;
}

/** The document as a page to read: no script, nothing from elsewhere. */
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
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(site.name ? `${info.title} - ${site.name}` : info.title)}</title>
<meta name="description" content="${text(summary)}">
${siteTags(site, info.title, url)}<link rel="icon" type="image/svg+xml" href="${basePath}/favicon.svg">
<link rel="stylesheet" href="${url}/reference.css">
</head>
<body>
<header>
<p><a href="${basePath}/">首页</a></p>
<h1>${text(info.title)} <small>v${text(info.version)}</small></h1>
<p>${text(info.description)}</p>
<p>机器可读的说明（OpenAPI 3.1）：<a href="${url}/openapi.json">${url}/openapi.json</a></p>
</header>
<nav aria-label="目录">${groups.map(({ title, operations }) => contents(title, operations)).join('')}</nav>
<main>${groups.map(({ title, operations }) => section(title, operations, url)).join('')}</main>
</body>
</html>
`;
}

function siteTags({ name, identificationCode, url }: ReferenceSite, column: string, path: string): string {
  const address = url === undefined ? undefined : new URL(url);
  const tags = [
    ['SiteName', name],
    ['SiteDomain', address?.host],
    ['SiteIDCode', identificationCode],
    ['ColumnName', name && column],
    ['ColumnType', name && '信息公开年报'],
  ] as const;
  const link = address ? `<link rel="canonical" href="${text(address.origin + path)}">\n` : '';
  return link + tags.map(([tag, value]) => (value ? `<meta name="${tag}" content="${text(value)}">\n` : '')).join('');
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

function contents(title: string, operations: readonly Operation[]): string {
  const links = operations.map(
    ({ operationId, summary, path }) =>
      `<li><a href="#${operationId}">${text(summary)}</a> <code>${text(path)}</code></li>`,
  );
  return `<h2>${text(title)}</h2><ul>${links.join('')}</ul>`;
}

function section(title: string, operations: readonly Operation[], base: string): string {
  return `<h2>${text(title)}</h2>${operations.map((operation) => article(operation, base)).join('')}`;
}

function article(operation: Operation, base: string): string {
  const { operationId, summary, path, method, description, parameters, responses } = operation;
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${places[place] ?? ''}${required ? '必填' : '可选'}</td>` +
      `<td>${text(describe(schema))}</td><td>${text(description)}</td></tr>`,
  );
  const table =
    rows.length > 0
      ? `<table><caption>参数</caption><thead><tr><th scope="col">名称</th><th scope="col">位置</th><th scope="col">取值</th><th scope="col">含义</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
      : '<p>没有参数。</p>';
  const answers = Object.entries(responses).map(
    ([status, { description }]) => `<dt>${status}</dt><dd>${text(description)}</dd>`,
  );
  const examples = operation['x-examples'].map((example) => {
    const address = base + addressOf(path, example);
    if (method !== 'GET')
      return `<li>${text(example.summary)}：<code>${method} ${text(decodeURI(address))}</code></li>`;
    return `<li>${text(example.summary)}：<a href="${text(address)}"><code>${text(decodeURI(address))}</code></a></li>`;
  });
  return `<article id="${operationId}"><h3>${text(summary)}</h3><p><code>${method} ${text(base + path)}</code></p>${
    description ? `<p>${text(description)}</p>` : ''
  }<div class="wide" tabindex="0" role="region" aria-label="${text(summary)}的参数">${table}</div><h4>例</h4>${examples.length > 0 ? `<ul>${examples.join('')}</ul>` : '<p>尚无已公布的内容可作示例。</p>'}<h4>答复</h4><dl>${answers.join('')}</dl></article>`;
}

const places: Readonly<Record<string, string>> = { path: '路径，', header: '请求头，' };

/** The address of an example's call, below the API's own. */
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

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
