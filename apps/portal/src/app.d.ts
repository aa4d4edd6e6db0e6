import type { IncomingMessage } from 'node:http';
import type { PortalRequest } from './platform.ts';

declare global {
  namespace App {
    interface Platform {
      /** The server that holds the portal puts its api on each request. */
      req: IncomingMessage & PortalRequest;
    }
    interface Error {
      /** Pages that the reader may have meant. */
      suggestions?: { label: string; href: string }[];
    }
  }
}
