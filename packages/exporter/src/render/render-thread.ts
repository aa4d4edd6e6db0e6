import { parentPort, workerData } from 'node:worker_threads';
import type { FontOptions } from '../fonts/font-set.ts';
import type { RenderReply, RenderTask } from './messages.ts';
import { createRenderer } from './render.ts';

/** Entry of a render thread: one task at a time, answered in order. */
const renderer = createRenderer(workerData as FontOptions);

async function answer(task: RenderTask): Promise<RenderReply> {
  switch (task.type) {
    case 'font-digest':
      return { ok: true, digest: await renderer.fontDigest() };
    case 'report':
      return { ok: true, file: await renderer.render(task.format, task.report, task.options) };
    case 'document':
      return { ok: true, file: await renderer.renderDocument(task.format, task.document, task.options) };
  }
}

parentPort!.on('message', (task: RenderTask) => {
  void answer(task)
    .catch((error: unknown): RenderReply => ({
      ok: false,
      message: error instanceof Error ? error.message : String(error),
    }))
    .then((reply) => {
      if (!('file' in reply)) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        parentPort!.postMessage(reply);
        return;
      }
      // Bytes of the native module cannot be handed over: a copy can.
      const bytes = new Uint8Array(reply.file.bytes);
      parentPort!.postMessage({ ...reply, file: { ...reply.file, bytes } }, [bytes.buffer]);
    });
});
