/** Standard output belongs to the command that is run: the launcher's own words go to standard error. */
export const say = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);
