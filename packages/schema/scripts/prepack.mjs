// Runs before the package is packed or published, under any Node: plain JavaScript.
// pnpm alone replaces `catalog:` by versions and applies `publishConfig`, so a tarball of npm could not be installed.
import { execFileSync } from 'node:child_process';

const packer = process.env.npm_config_user_agent ?? '';
if (!packer.startsWith('pnpm/')) {
  const name = process.env.npm_package_name;
  console.error(
    `${name} is packed by pnpm: npm would leave "catalog:" and exports of src/ in it, and nobody could install that.\n` +
      `From the root of the repository: npm run pnpm -- --filter ${name} pack`,
  );
  process.exit(1);
}
execFileSync('pnpm', ['run', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
