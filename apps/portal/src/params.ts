import { defineParams } from '@sveltejs/kit/params';
import { formats, type Format } from '#lib/formats.ts';

export const params = defineParams({
  year: (text) => (/^\d{4}$/.test(text) ? Number(text) : undefined),
  sitemap: (text) => (/^(?:pages|reports)-[1-9]\d{0,3}$/.test(text) ? text : undefined),
  kind: (text) => (text === 'own' || text === 'consolidated' ? text : undefined),
  format: (text) => (Object.hasOwn(formats, text) ? (text as Format) : undefined),
});
