import { resolve } from '$app/paths';

/** Path of the site's root, with a trailing slash. The app is served below it, at `admin/`. */
const root = resolve('/').replace(/admin\/$/, '');

/** The address of a path outside the app, such as the public site or the API, below the gateway's sub-path. */
export function sitePath(path: `/${string}`): string {
  return root + path.slice(1);
}
