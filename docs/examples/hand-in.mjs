// Hands an annual report in: node hand-in.mjs REPORT.json
// GONGKAI_URL is the site's address, GONGKAI_TOKEN the token that a drafter made in the admin app.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const { GONGKAI_URL: site, GONGKAI_TOKEN: token } = process.env;
const body = await readFile(process.argv[2], 'utf8');
// The same report has the same key: to send it again after a lost answer does nothing twice.
const key = createHash('sha256')
  .update(JSON.stringify(JSON.parse(body)))
  .digest('hex');

async function send(query) {
  const response = await fetch(`${site}/api/v1/submissions${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${answer.code}: ${answer.message}`);
  return answer;
}

const trial = await send('?dryRun=true');
for (const { severity, rule, message } of trial.findings) console.log(`${severity} ${rule} ${message.zh}`);
if (trial.revision !== undefined) {
  // This very report was submitted before, and the answer was lost.
  console.log(`handed in as revision ${trial.revision}, ${trial.digest}`);
} else if (trial.accepted) {
  const { revision, digest } = await send('');
  console.log(`handed in as revision ${revision}, ${digest}`);
} else {
  console.error(`not accepted: ${trial.problem.code} ${trial.problem.message}`);
  process.exitCode = 1;
}
