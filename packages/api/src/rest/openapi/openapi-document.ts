import { componentSchemas, type Json } from './components.ts';
import { endpointsOf } from '../endpoints.ts';
import type { ExampleData } from './example-data.ts';
import { operationOf } from './operation.ts';
import { methodOf, tags } from '../route.ts';
import { routes } from '../routes/index.ts';

/** The version in the path and in a header of every response. */
export const apiVersion = '1';

/**
 * Builds the OpenAPI 3.1 document from the routes that also handle requests.
 * @param data data of the examples
 * @param basePath path below which a gateway publishes the site
 */
export function openApiDocument(data: ExampleData, basePath = ''): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: '公开年报开放接口',
      version: apiVersion,
      summary: 'Annual reports on open government information: agencies, reports, figures, sums.',
      description:
        '查阅已公布的政府信息公开工作年度报告，不需要密钥。JSON 为 UTF-8；日期为北京时间。地址中的参数逐一核对，未列出的参数会被拒绝。' +
        '列表以 limit 与 after 分段，下一段见 next 与 Link；地址以 .csv 或 .jsonl 结尾时（或者以参数 format=csv、format=jsonl 请求时）从头至尾逐行发送。' +
        '答复带 ETag，请以 If-None-Match 重取；请求过多时答复 429，请按 Retry-After 稍候。',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${basePath}/api/v1` }],
    tags: Object.entries(tags).map(([name, { zh, en }]) => ({ name, description: `${zh} ${en}` })),
    paths: Object.fromEntries(
      routes
        .flatMap(endpointsOf)
        .map((endpoint) => [endpoint.path, { [methodOf(endpoint.route).toLowerCase()]: operationOf(endpoint, data) }]),
    ),
    components: {
      schemas: { ...componentSchemas(), Error: errorSchema },
      headers,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: '填报人在管理端新建的令牌' } },
    },
  };
}

const errorSchema: Json = {
  title: '错误',
  type: 'object',
  properties: {
    code: { type: 'string', description: '稳定的代码' },
    message: { type: 'string', description: '原因与办法' },
    details: { description: '因代码而异' },
  },
  required: ['code', 'message'],
};

const headers: Json = {
  ETag: { description: '答复内容的标记，供 If-None-Match', schema: { type: 'string' } },
  Link: { description: '第一段与下一段的地址（RFC 8288）', schema: { type: 'string' } },
  'X-Total-Count': { description: '总数', schema: { type: 'integer' } },
  'Gongkai-Omitted': {
    description: '问到而未列入的：格式，份数 reports，取得的地址 address（RFC 9651 的列表）',
    schema: { type: 'string' },
  },
  'Gongkai-Api-Version': { description: '接口版本', schema: { type: 'string' } },
  'RateLimit-Limit': { description: '每分钟可请求的次数', schema: { type: 'integer' } },
  'RateLimit-Remaining': { description: '本分钟余下的次数', schema: { type: 'integer' } },
  'RateLimit-Reset': { description: '距下一分钟的秒数', schema: { type: 'integer' } },
};
