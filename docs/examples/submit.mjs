// Submits an annual report: node submit.mjs REPORT.json
// GONGKAI_URL is the address of the site, GONGKAI_TOKEN a token that a drafter created in the admin app.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const { GONGKAI_URL: site, GONGKAI_TOKEN: token } = process.env;
const body = await readFile(process.argv[2], 'utf8');
// The key is derived from the report, so sending it again after a lost response has no further effect.
const key = createHash('sha256')
  .update(JSON.stringify(JSON.parse(body)))
  .digest('hex');

async function send(query) {
  const response = await fetch(`${site}/api/v1/submissions${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body,
  });
  const result = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${result.code}: ${result.message}`);
  return result;
}

const trial = await send('?dryRun=true');
for (const { severity, rule, message } of trial.findings) console.log(`${severity} ${rule} ${message.zh}`);
if (trial.revision !== undefined) {
  // This report was submitted before, and the response was lost.
  console.log(`submitted as revision ${trial.revision}, ${trial.digest}`);
} else if (trial.accepted) {
  const { revision, digest } = await send('');
  console.log(`submitted as revision ${revision}, ${digest}`);
} else {
  console.error(`not accepted: ${trial.problem.code} ${trial.problem.message}`);
  process.exitCode = 1;
}
