import { addressOf, routeOf, type Route } from './route.ts';

let route = $state.raw<Route>(routeOf(new URL(location.href)));

/** The page shown. */
export const router = {
  get route(): Route {
    return route;
  },
};

/** Goes to a page, or puts it in the place of the one shown. */
export function goTo(target: Exclude<Route, { page: 'notFound' }>, { replace = false } = {}): void {
  const address = addressOf(target);
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  arrive();
}

/** Listens to the browser's back and forward, and takes clicks on links into the app. Returns how to stop. */
export function startRouter(): () => void {
  const stop = new AbortController();
  window.addEventListener('popstate', arrive, { signal: stop.signal });
  document.addEventListener('click', follow, { signal: stop.signal });
  return () => stop.abort();
}

function arrive(): void {
  route = routeOf(new URL(location.href));
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  const url = new URL(link.href);
  // A place on the page shown is left to the browser.
  if (url.hash && url.pathname === location.pathname) return;
  const target = routeOf(url);
  if (target.page === 'notFound') return;
  event.preventDefault();
  goTo(target);
}
