import { accounts, type DemoAccount } from '@gongkai/demo/accounts';

/** A clerk of the demonstration county who saves one draft over and over, by HTTP. */
export interface Clerk {
  /** @returns milliseconds that it took @throws where the server did not accept it */
  save(): Promise<number>;
}

export async function signInClerk(url: string, username = 'qingyuan', year = 2026): Promise<Clerk> {
  const { password, agencyId } = accounts.find((account) => account.username === username) as DemoAccount;
  const signedIn = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!signedIn.ok) throw new Error(`sign-in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const change = async (procedure: string, input: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: url },
      body: JSON.stringify(input),
    });
    const body = (await answer.json()) as { result: { data: unknown } };
    if (!answer.ok) throw new Error(`${procedure}: ${answer.status} ${JSON.stringify(body)}`);
    return body.result.data;
  };
  const key = { agencyId, year, kind: 'own' };
  const asked = encodeURIComponent(JSON.stringify(key));
  const read = async () => {
    const answer = await fetch(`${url}/trpc/draft.get?input=${asked}`, { headers: { cookie } });
    return answer.ok ? ((await answer.json()) as { result: { data: Draft } }).result.data : undefined;
  };
  if (!(await read())) await change('draft.start', key);
  const { report, lockVersion: first } = (await read())!;
  let lockVersion = first;
  return {
    async save() {
      const start = performance.now();
      ({ lockVersion } = (await change('draft.save', { ...key, lockVersion, report })) as Draft);
      return performance.now() - start;
    },
  };
}

interface Draft {
  readonly report: unknown;
  readonly lockVersion: number;
}
