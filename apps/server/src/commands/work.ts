import type { Console } from '../cli/console.ts';
import { operate } from '../control/operate.ts';
import type { ArgsOf, OperationName } from '../operations/operations.ts';

/** Has work on the database done and prints how it ended. @returns the exit code @throws {Failure} */
export async function work<Name extends OperationName>(
  name: Name,
  args: ArgsOf<Name>,
  options: { readonly data?: string },
  console: Console,
): Promise<number> {
  const { out, exitCode } = await operate(name, args, options, console);
  console.out(out);
  return exitCode;
}
