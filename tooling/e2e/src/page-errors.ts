import type { BrowserContext } from 'playwright-core';

/** Adds to `errors` what goes wrong in the pages of a context: script errors, console errors, failed requests. */
export function pageErrors(context: BrowserContext, errors: string[]): void {
  context.on('weberror', (error) => errors.push(`script: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Leaving a page aborts what it was still loading.
    if (reason !== 'net::ERR_ABORTED') errors.push(`request: ${request.url()} ${reason}`);
  });
}
