/**
 * pdf.js makes one matrix as it loads, for drawing; where no canvas package can give it the class (a process that may
 * load no native code), reading text needs no more than that the class exists.
 */
(globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= class {};
