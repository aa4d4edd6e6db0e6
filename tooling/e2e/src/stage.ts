/** Runs a stage of a long test; its name is in the error if it fails. */
export async function stage(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Error(`Stage "${name}": ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
