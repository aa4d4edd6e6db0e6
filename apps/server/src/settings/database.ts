import type { ConnectionLimits } from '@gongkai/db';
import type * as z from 'zod';
import { integerBetween } from './integer-between.ts';

/** Environment settings for connections to PostgreSQL, and for stopping. */
export const databaseSettings = {
  GONGKAI_DB_CONNECTIONS: {
    schema: integerBetween(2, 500, 10),
    means: '每个进程为填报、审核使用的 PostgreSQL 连接数上限，默认 10',
    expects: '应为 2 至 500 的整数',
  },
  GONGKAI_DB_PUBLIC_CONNECTIONS: {
    schema: integerBetween(1, 500, 4),
    means: '每个进程为公众查阅另外使用的 PostgreSQL 连接数上限，默认 4；查阅再多也不占填报的连接',
    expects: '应为 1 至 500 的整数',
  },
  GONGKAI_DB_CONNECT_SECONDS: {
    schema: integerBetween(1, 60, 5),
    means: '等待 PostgreSQL 连接最多多少秒，其间自动重试，默认 5；超过即答复“稍后再试”（503）',
    expects: '应为 1 至 60 的整数',
  },
  GONGKAI_DB_STATEMENT_SECONDS: {
    schema: integerBetween(1, 600, 15),
    means: '一条 SQL 语句最多执行多少秒，默认 15；备份、恢复、升级表结构、重建不受此限',
    expects: '应为 1 至 600 的整数',
  },
  GONGKAI_DB_PUBLIC_STATEMENT_SECONDS: {
    schema: integerBetween(1, 600, 10),
    means: '公众查阅的一条 SQL 语句最多执行多少秒，默认 10',
    expects: '应为 1 至 600 的整数',
  },
  GONGKAI_DB_LOCK_SECONDS: {
    schema: integerBetween(1, 600, 10),
    means: '等待别人正在修改的数据最多多少秒，默认 10',
    expects: '应为 1 至 600 的整数',
  },
  GONGKAI_DB_IDLE_SECONDS: {
    schema: integerBetween(1, 600, 30),
    means: '事务中最多多少秒没有语句，默认 30；超过即由数据库撤销该事务',
    expects: '应为 1 至 600 的整数',
  },
  GONGKAI_LAME_DUCK_SECONDS: {
    schema: integerBetween(0, 300, 5),
    means:
      '收到 SIGTERM 后，先让 /readyz 不通过并逐个关闭连接，这么多秒之后才停止接受请求，默认 5；须长于反向代理检查和保持连接的时间',
    expects: '应为 0 至 300 的整数',
  },
} as const;

type Declared = typeof databaseSettings;
type Parsed = { readonly [Name in keyof Declared]: z.output<Declared[Name]['schema']> };

/** Limits of the two connection pools. */
export interface DatabaseSettings {
  readonly clerks: ConnectionLimits;
  readonly public: ConnectionLimits;
}

/** Converts the parsed settings into limits. */
export function toDatabaseSettings(values: Parsed): DatabaseSettings {
  const common = {
    connectMs: values.GONGKAI_DB_CONNECT_SECONDS * 1_000,
    lockMs: values.GONGKAI_DB_LOCK_SECONDS * 1_000,
    idleTransactionMs: values.GONGKAI_DB_IDLE_SECONDS * 1_000,
  };
  return {
    clerks: {
      ...common,
      connections: values.GONGKAI_DB_CONNECTIONS,
      statementMs: values.GONGKAI_DB_STATEMENT_SECONDS * 1_000,
    },
    public: {
      ...common,
      connections: values.GONGKAI_DB_PUBLIC_CONNECTIONS,
      statementMs: values.GONGKAI_DB_PUBLIC_STATEMENT_SECONDS * 1_000,
    },
  };
}
