import { asUnavailable } from '../common/errors.ts';
import type { Services } from '../services.ts';
import { openApiDocument } from './openapi/openapi-document.ts';
import { loadExampleData, noExampleData, type ExampleData } from './openapi/example-data.ts';
import { referencePage, type ReferenceSite } from './reference-page/reference-page.ts';

/** The serialised documents of the open API. */
interface Documents {
  readonly openApi: string;
  readonly page: string;
}

/**
 * Creates a loader of the documents with examples of current publications; the documents are rebuilt when these change.
 * While the database is unavailable, the last examples are used.
 */
export function createDocuments(services: Services, site: ReferenceSite): () => Promise<Documents> {
  let latest: ExampleData = noExampleData;
  let built: { readonly key: string; readonly documents: Documents } | undefined;
  return async () => {
    const data = await loadExampleData(services).catch((error: unknown) => {
      if (asUnavailable(error)) return latest;
      throw error;
    });
    latest = data;
    const key = JSON.stringify(data);
    if (built?.key !== key) {
      const document = openApiDocument(data, site.basePath);
      built = { key, documents: { openApi: JSON.stringify(document), page: referencePage(document, site) } };
    }
    return built.documents;
  };
}
