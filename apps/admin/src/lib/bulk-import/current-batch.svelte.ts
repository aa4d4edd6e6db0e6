import type { Me } from '@gongkai/api/schemas';
import type { WorkAgency } from '../sign-in/permissions.ts';
import { api } from '../api/client.ts';
import { toFailure, reportFailure } from '../api/failure.ts';
import { readSource, startDraft } from '../new-report/import-document.ts';
import { ImportBatch } from './import-batch.svelte.ts';

let current: { readonly userId: string; readonly batch: ImportBatch } | undefined = $state.raw();

/** The current batch. It is kept while its user visits other pages, and other users cannot see it. */
export const currentBatch = {
  of({ id }: Me): ImportBatch | undefined {
    return current?.userId === id ? current.batch : undefined;
  },

  begin({ id }: Me, agencies: readonly WorkAgency[]): ImportBatch {
    const batch = new ImportBatch(agencies, {
      read: (file, year) => readSource({ kind: 'file', file }, year === undefined ? undefined : { year }),
      checkStartable: async (key) => {
        await api.draft.checkStartable.query(key);
      },
      start: (key, report, { provenance }, file) =>
        startDraft(key, { report, provenance, source: { kind: 'file', file } }),
      publish: async (input) => {
        await api.publication.publishArchived.mutate(input);
      },
      toFailure: (error) => {
        const failure = toFailure(error);
        reportFailure(failure);
        return failure;
      },
    });
    current = { userId: id, batch };
    return batch;
  },

  end(): void {
    current = undefined;
  },
};
