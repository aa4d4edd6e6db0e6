import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
  year: (text) => (/^\d{4}$/.test(text) ? Number(text) : undefined),
  kind: (text) => (text === 'own' || text === 'consolidated' ? text : undefined),
});
