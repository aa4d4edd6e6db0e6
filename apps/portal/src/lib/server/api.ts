import type { Api, Site } from '../../platform.ts';

interface Asked {
  readonly platform: Readonly<App.Platform> | undefined;
}

const unnamed: Site = { name: '公开年报', demo: false };

/** The API that the server added to the request. */
export function apiOf({ platform }: Asked): Api {
  if (!platform?.req.api) throw new Error('the portal was started without the server that gives it its api');
  return platform.req.api;
}

export function siteOf({ platform }: Asked): Site {
  return platform?.req.site ?? unnamed;
}

/** True if the API refused with this tRPC code, such as NOT_FOUND. */
export function hasCode(error: unknown, code: string): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The response, or undefined if the API does not find the requested object. */
export async function ifFound<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (hasCode(error, 'NOT_FOUND') || hasCode(error, 'BAD_REQUEST')) return undefined;
    throw error;
  }
}
