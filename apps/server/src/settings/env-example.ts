import { settingMeanings } from './settings.ts';

/**
 * Formats `.env.example`: every setting with its meaning, commented out. `node --env-file=.env` and systemd's
 * `EnvironmentFile=` both read the format.
 */
export function formatEnvExample(): string {
  const head =
    '# 服务器的全部设置，由 `npm run pnpm -- --filter @gongkai/server env-example` 生成。\n' +
    '# 复制为自己的文件，去掉要用的一行前面的 #；systemd 用 EnvironmentFile= 读取，Node 用 --env-file= 读取。\n';
  return head + settingMeanings.map(([name, means]) => `\n# ${means}\n#${name}=\n`).join('');
}
