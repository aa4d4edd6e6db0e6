import type { Dependencies } from './dependencies.ts';

type ServiceFunctions = Readonly<Record<string, (deps: Dependencies, ...rest: never[]) => unknown>>;

/** The functions of a service without their first parameter. */
export type Bound<Functions extends ServiceFunctions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (deps: Dependencies, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/** Binds the dependencies to every function of a service. */
export function bind<Functions extends ServiceFunctions>(functions: Functions, deps: Dependencies): Bound<Functions> {
  return Object.fromEntries(
    Object.entries(functions).map(([name, run]) => [name, run.bind(undefined, deps)]),
  ) as Bound<Functions>;
}
