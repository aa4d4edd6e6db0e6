import * as z from 'zod/mini';

// The content policy forbids eval. Imported first: modules build their schemas while they are loaded.
z.config({ jitless: true });
