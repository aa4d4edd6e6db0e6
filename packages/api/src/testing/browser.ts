import { answerAuth } from '../account/auth/unavailable-database.ts';
import { clientAddressHeader } from '../account/auth/call-origin.ts';
import type { Auth } from '../account/auth/auth.ts';
import { createContext } from '../context.ts';
import { createCaller } from '../router.ts';
import type { Services } from '../services.ts';
import { testPassword } from './county-fixture.ts';

export const origin = 'http://127.0.0.1:4300';

let machines = 0;

/** Simulates a browser with its own cookies for sign-in; it has its own network address unless one is given. */
export function openBrowser(auth: Auth, services: Services, given?: string) {
  const cookies = new Map<string, string>();
  machines += 1;
  const address = given ?? `198.51.${Math.floor(machines / 250)}.${machines % 250}`;
  const headers = () => ({
    [clientAddressHeader]: address,
    origin,
    cookie: [...cookies].map((cookie) => cookie.join('=')).join('; '),
  });
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (attributes.some((attribute) => /max-age=0/i.test(attribute))) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    return response;
  };

  const get = async (url: string) => keep(await answerAuth(auth, new Request(url, { headers: headers() })));
  const post = async (path: string, body: object) =>
    keep(
      await answerAuth(
        auth,
        new Request(`${origin}/api/auth${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers() },
          body: JSON.stringify(body),
        }),
      ),
    );
  /** Returns the outcome of a call: `ok`, or the code of the error. */
  const outcome = async (path: string, body: object): Promise<string> => {
    const response = await post(path, body);
    return response.ok ? 'ok' : ((await response.json()) as { code: string }).code;
  };
  const signIn = (username: string, password = testPassword) => outcome('/sign-in/username', { username, password });
  const context = () => createContext(services, auth, new Request(origin, { headers: headers() }));
  const caller = async () => createCaller(await context());
  return { address, get, post, outcome, signIn, context, caller };
}
