import type { IncomingMessage } from 'node:http';
import type { PortalRequest } from './platform.ts';

declare global {
  namespace App {
    interface Platform {
      /** The server adds its API to each request before the portal handles it. */
      req: IncomingMessage & PortalRequest;
    }
    interface Locals {
      /** True if the page is about something that was removed permanently; the response has status 410. */
      gone?: boolean;
    }
    interface Error {
      /** Pages that the user may have looked for. */
      suggestions?: { label: string; href: string }[];
    }
  }
}
