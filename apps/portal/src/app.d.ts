import type { IncomingMessage } from 'node:http';
import type { PortalRequest } from './platform.ts';

declare global {
  namespace App {
    interface Platform {
      /** The server that holds the portal puts its api on each request. */
      req: IncomingMessage & PortalRequest;
    }
    interface Locals {
      /** The page is of something that is gone for good: it answers 410. */
      gone?: boolean;
    }
    interface Error {
      /** Pages that the reader may have meant. */
      suggestions?: { label: string; href: string }[];
    }
  }
}
