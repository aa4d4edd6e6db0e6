import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';

describe('gongkai', () => {
  it.each([[['--help']], [['serve', '--help']], [['check', '-h']]])('explains itself in Chinese: %j', async (args) => {
    const { code, out, notes } = await runCommand(...args);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out).toContain('用法：');
    expect(out).not.toMatch(/Usage|Options|Commands|default:/);
  });

  it('lists every setting of the environment in the help of serve', async () => {
    const { out } = await runCommand('serve', '--help');
    for (const name of ['DATABASE_URL', 'GONGKAI_ORIGIN', 'GONGKAI_LOG_LEVEL']) expect(out).toContain(name);
  });

  it('documents the exit codes of check', async () => {
    expect((await runCommand('check', '--help')).out).toMatch(/退出码：0 .*1 .*2 /);
  });

  it.each([
    [['fly'], '没有命令 fly。用 --help 查看用法。\n'],
    [['figures'], '缺少参数：文件。用 --help 查看用法。\n'],
    [['figures', 'a', 'b'], '参数太多。用 --help 查看用法。\n'],
    [['serve', '--prot', '1'], '没有选项 --prot。用 --help 查看用法。\n'],
    [['serve', '--data'], '选项 --data <文件夹> 后面缺少值。用 --help 查看用法。\n'],
    [['serve', '--port', '70000'], '选项 --port <端口> 的值不对。用 --help 查看用法。\n'],
    [['serve', '--port', 'x'], '选项 --port <端口> 的值不对。用 --help 查看用法。\n'],
  ])('says in one line what is wrong with %j', async (args, notes) => {
    expect(await runCommand(...args)).toEqual({ code: 2, out: '', notes });
  });

  it('shows its help where no command is given', async () => {
    const { code, notes } = await runCommand();
    expect(code).toBe(2);
    expect(notes).toContain('用法：');
  });
});
