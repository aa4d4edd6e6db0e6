import type { Report } from '@gongkai/schema';
import type { ExportDocument, ExportFile } from '../document/document.ts';
import type { DocumentFormat, RenderOptions } from './render.ts';
import type { FormatName } from './formats.ts';

/** What a render thread is asked. */
export type RenderTask =
  | { readonly type: 'report'; readonly format: FormatName; readonly report: Report; readonly options: RenderOptions }
  | {
      readonly type: 'document';
      readonly format: DocumentFormat;
      readonly document: ExportDocument;
      readonly options: RenderOptions;
    }
  | { readonly type: 'font-digest' };

/** What it answers. */
export type RenderReply =
  | { readonly ok: true; readonly file: ExportFile }
  | { readonly ok: true; readonly digest: string }
  | { readonly ok: false; readonly message: string };
