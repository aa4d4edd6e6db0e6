import { findChromium, chromium as program } from '@gongkai/tooling-scripts/programs';
import { chromium, type Browser } from 'playwright-core';

/** Starts Chromium without a window and without its talks to the outside. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`${program.name} is missing: ${program.advice}.`);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
