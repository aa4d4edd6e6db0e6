import { setTimeout as sleep } from 'node:timers/promises';

/** What readers saw, beside what they should. */
export interface Seen {
  requests: number;
  /** 500, 502 and other faults; 503 says "not now" and is none. */
  readonly faults: Map<string, number>;
}

const paths = ['/', '/agencies', '/api/v1/agencies', '/api/v1/reports?limit=5', '/rounds'];

/** Reads public pages over and over. @param strict whether a connection that fails is a fault too */
export async function readOnAndOn(url: string, strict: boolean, stopping: () => boolean): Promise<Seen> {
  const seen: Seen = { requests: 0, faults: new Map() };
  const fault = (what: string) => void seen.faults.set(what, (seen.faults.get(what) ?? 0) + 1);
  for (let at = 0; !stopping(); at += 1) {
    const path = paths[at % paths.length]!;
    seen.requests += 1;
    try {
      const response = await fetch(url + path, { signal: AbortSignal.timeout(30_000) });
      await response.arrayBuffer();
      if (response.status !== 200 && (strict || response.status !== 503)) fault(`${response.status}`);
    } catch (error) {
      const { cause, message } = error as Error & { cause?: { code?: string } };
      if (strict) fault(cause?.code ?? message);
    }
    await sleep(20);
  }
  return seen;
}
