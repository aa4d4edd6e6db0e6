/**
 * pdf.js creates one matrix for drawing when it loads. If no canvas package can provide the class (as in a process that
 * may not load native code), reading text only requires that the class exists.
 */
(globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= class {};
