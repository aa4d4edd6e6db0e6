import type { Services } from '../services.ts';
import { openApiDocument } from './document.ts';
import { loadExampleData } from './example-data.ts';
import { referencePage, type ReferenceSite } from './reference.ts';

/** The description of the open API as it is sent. */
interface Documents {
  readonly openApi: string;
  readonly page: string;
}

/** Makes what loads the documents, with examples of what is published now; they are built again when these change. */
export function createDocuments(services: Services, site: ReferenceSite): () => Promise<Documents> {
  let built: { readonly key: string; readonly documents: Documents } | undefined;
  return async () => {
    const data = await loadExampleData(services);
    const key = JSON.stringify(data);
    if (built?.key !== key) {
      const document = openApiDocument(data, site.basePath);
      built = { key, documents: { openApi: JSON.stringify(document), page: referencePage(document, site) } };
    }
    return built.documents;
  };
}
