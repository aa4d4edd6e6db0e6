import * as z from 'zod/mini';
import { errorCodes, type ErrorCode } from '../common/error-codes.ts';
import { componentSchemas, refTo, type Json } from './components.ts';
import { propertiesOf, queryOf } from './parameters.ts';
import { idempotencyKey } from '../submission/schemas.ts';
import { methodOf, tags, type DeedRoute, type Example, type Route } from './route.ts';
import { routes } from './routes.ts';

/** The version in the path and in the header of every answer. */
export const apiVersion = '1';

/** Every route may fail with these. */
export const commonErrors: readonly ErrorCode[] = [
  'unknown_parameter',
  'invalid_input',
  'rate_limited',
  'unavailable',
  'internal',
];

/** The open API described by OpenAPI 3.1, made of the same routes that answer. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: '公开年报开放接口',
      version: apiVersion,
      summary: 'Annual reports on open government information: agencies, reports, figures, sums.',
      description:
        '查阅已公布的政府信息公开工作年度报告，不需要密钥。JSON 为 UTF-8；日期为北京时间。地址中的参数逐一核对，未列出的参数会被拒绝。' +
        '列表以 limit 与 after 分段，下一段见 next 与 Link；format=jsonl 或 csv 时从头至尾逐行发送。' +
        '答复带 ETag，请以 If-None-Match 重取；请求过多时答复 429，请按 Retry-After 稍候。',
    },
    servers: [{ url: '/api/v1' }],
    tags: Object.entries(tags).map(([name, { zh, en }]) => ({ name, description: `${zh} ${en}` })),
    paths: pathsOf(routes),
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
  'Gongkai-Api-Version': { description: '接口版本', schema: { type: 'string' } },
  'RateLimit-Limit': { description: '每分钟可请求的次数', schema: { type: 'integer' } },
  'RateLimit-Remaining': { description: '本分钟余下的次数', schema: { type: 'integer' } },
  'RateLimit-Reset': { description: '距下一分钟的秒数', schema: { type: 'integer' } },
};

function pathsOf(all: readonly Route[]): Json {
  return Object.fromEntries(all.map((route) => [route.path, { [methodOf(route).toLowerCase()]: operationOf(route) }]));
}

function operationOf(route: Route): Json {
  const { id, tag, summary, description } = route;
  return {
    operationId: id,
    tags: [tag],
    summary: `${summary.zh} ${summary.en}`,
    ...(description && { description }),
    parameters: [...parametersOf(route, 'path'), ...parametersOf(route, 'query'), ...headersOf(route)],
    ...(route.type === 'deed' && { ...bodyOf(route), security: [{ token: [] }] }),
    responses: {
      200: answerOf(route),
      ...(route.type !== 'deed' && { 304: { description: '与 If-None-Match 所示相同' } }),
      ...errorsOf(route),
    },
    'x-examples': route.examples,
  };
}

function headersOf({ type }: Route): Json[] {
  if (type !== 'deed') return [];
  const schema = propertiesOf(z.strictObject({ key: idempotencyKey })).get('key')!.schema;
  const description = '同一次提交重发时保持不变：重发不会再做一次。试运行不需要';
  return [{ name: 'Idempotency-Key', in: 'header', required: false, description, schema }];
}

function bodyOf({ body, bodyExample }: DeedRoute): Json {
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: refTo(body), example: bodyExample() } },
    },
  };
}

function parametersOf(route: Route, place: 'path' | 'query'): Json[] {
  const properties = propertiesOf(place === 'path' ? route.params : queryOf(route));
  return [...properties].map(([name, { schema, required }]) => {
    const examples = route.examples.flatMap((example, at) => exampleOf(example, place, name, at));
    return {
      name,
      in: place,
      required: required || place === 'path',
      description: meanings[name] ?? name,
      schema,
      ...(schema.type === 'array' && { style: 'form', explode: false }),
      ...(examples.length > 0 && { examples: Object.fromEntries(examples) }),
    };
  });
}

function exampleOf({ summary, params, query }: Example, place: 'path' | 'query', name: string, at: number) {
  const value = (place === 'path' ? params : query)?.[name];
  return value === undefined ? [] : [[`example${at + 1}`, { summary, value }] as const];
}

function answerOf(route: Route): Json {
  const names = [
    ...(route.type === 'deed' ? [] : ['ETag']),
    'Gongkai-Api-Version',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
  ];
  const given = route.type === 'list' ? [...names, 'Link', 'X-Total-Count'] : names;
  return {
    description: route.summary.zh,
    headers: Object.fromEntries(given.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: contentOf(route),
  };
}

function contentOf(route: Route): Json {
  if (route.type !== 'list') {
    const json = { 'application/json': { schema: refTo(route.schema) } };
    return route.type === 'item' && route.csv ? { ...json, 'text/csv': { schema: { type: 'string' } } } : json;
  }
  const entry = refTo(route.item);
  return {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          items: { type: 'array', items: entry },
          total: { type: 'integer', minimum: 0 },
          next: { type: ['string', 'null'] },
        },
        required: ['items', 'total', 'next'],
        additionalProperties: false,
      },
    },
    'application/jsonl': { schema: { type: 'string', description: '每行一个', 'x-item': entry } },
    'text/csv': { schema: { type: 'string' } },
  };
}

function errorsOf({ errors }: Route): Json {
  const codes = [...new Set([...errors, ...commonErrors])];
  const byStatus = Map.groupBy(codes, (code) => errorCodes[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.map((code) => `${code}：${errorCodes[code].message}`).join('；'),
        content: {
          'application/json': {
            schema: { allOf: [{ $ref: '#/components/schemas/Error' }, { properties: { code: { enum: of } } }] },
          },
        },
      },
    ]),
  );
}

/** What parameters of one name mean everywhere. */
const meanings: Readonly<Record<string, string>> = {
  id: '机关的编号',
  agencyId: '机关的编号',
  parentId: '直接上级机关的编号',
  under: '该机关及其以下全部机关',
  year: '报告年度',
  fromYear: '起始年度（含）',
  toYear: '截止年度（含）',
  with: '与之比较的年度，默认为上一年度',
  kind: '类型：机关的类别；报告则 own 为本机关，consolidated 为本级政府汇总',
  agencyKind: '机关的类别',
  level: '层级',
  name: '名称的一部分',
  dissolved: '是否包含已撤销的机关，默认包含',
  form: '统一格式的编号，见 /forms',
  origin: 'entered 为在本系统编制，archived 为此前已在别处公布',
  digest: '版本的摘要值（SHA-256）',
  a: '前一版本的摘要值',
  b: '后一版本的摘要值',
  cells: '数据项的官方代码或键，逗号分隔，见 /forms',
  by: '分组，逗号分隔',
  format: '格式：json（默认，分段）、csv、jsonl（逐行，从头至尾）',
  limit: '一段至多多少条',
  after: '从该条之后起：上一段答复中的 next',
  bom: 'CSV 是否以 BOM 开头，默认否；下载时默认是',
  download: '作为文件下载',
  dryRun: '试运行：只核对，告知会不会被接收，不做任何改动',
};
