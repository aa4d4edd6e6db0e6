import type { Console } from '../terminal/console.ts';
import { runOperation } from '../control/run-operation.ts';
import type { ArgsOf, OperationName } from '../operations/operations.ts';

/** Runs an operation on the database and prints its outcome. @returns the exit code @throws {Failure} */
export async function operationCommand<Name extends OperationName>(
  name: Name,
  args: ArgsOf<Name>,
  options: { readonly data?: string },
  console: Console,
): Promise<number> {
  const { out, exitCode } = await runOperation(name, args, options, console);
  console.out(out);
  return exitCode;
}
