/** Prints a message of the launcher on standard error, because standard output belongs to the command. */
export const say = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);
