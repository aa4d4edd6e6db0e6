import { asUnavailable } from '../common/errors.ts';
import type { Services } from '../services.ts';
import { openApiDocument } from './openapi/openapi-document.ts';
import { loadExampleData, noExampleData, type ExampleData } from './openapi/example-data.ts';
import { referencePage, type ReferenceSite } from './reference-page/reference-page.ts';

/** The description of the open API as it is sent. */
interface Documents {
  readonly openApi: string;
  readonly page: string;
}

/**
 * Makes what loads the documents, with examples of what is published now; they are built again when these change. While
 * the database is away, the examples stay as they were.
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
