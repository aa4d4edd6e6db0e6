import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';

const child = new URL('./child.mjs', import.meta.url).href;

/** Starts a launcher in a process of its own, which runs the given script and ends as that ends. */
function launch(script: string): ChildProcess {
  return launchCommand([process.execPath, '--eval', script]);
}

function launchCommand(command: string[]): ChildProcess {
  const launcher = `import { run } from '${child}';
    process.exitCode = await run(${JSON.stringify(command)}, {});`;
  return spawn(process.execPath, ['--input-type=module', '--eval', launcher], { stdio: ['ignore', 'pipe', 'ignore'] });
}

describe('what the launcher runs', () => {
  test('ends it with its own exit code', async () => {
    const [code] = await once(launch('process.exit(7)'), 'exit');
    expect(code).toBe(7);
  });

  test('has standard output to itself', async () => {
    const launcher = launch(`process.stdout.write('answer')`);
    const chunks = await launcher.stdout?.setEncoding('utf8').toArray();
    expect(chunks?.join('')).toBe('answer');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is told of %s and ends in its own time', async (signal) => {
    const launcher = launch(`
      process.on('${signal}', () => setTimeout(() => process.exit(3), 100));
      setInterval(() => {}, 1000);
      process.stdout.write(String(process.pid));`);
    const [pid] = await once(launcher.stdout!.setEncoding('utf8'), 'data');
    launcher.kill(signal);
    const [code] = await once(launcher, 'exit');
    expect(code).toBe(3);
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });

  test('that cannot be started is reported as a shell does', async () => {
    const launcher = launchCommand(['/no/such/program']);
    const [code] = await once(launcher, 'exit');
    expect(code).toBe(127);
  });

  test('that dies of a signal is reported as a shell does', async () => {
    const [code] = await once(launch(`process.kill(process.pid, 'SIGKILL')`), 'exit');
    expect(code).toBe(128 + 9);
  });
});
