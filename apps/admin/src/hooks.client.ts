import * as z from 'zod/mini';

// The content policy forbids eval. SvelteKit loads this module before any page, and schemas read the setting when they
// are built.
z.config({ jitless: true });
