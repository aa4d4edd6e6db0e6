import type { Page } from 'playwright-core';

/** Puts content on the browser's clipboard as a program would, its html as it stands, and pastes it where the focus is. */
export async function pasteFromClipboard(page: Page, { text = '', html = '' }: { text?: string; html?: string }) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    (copied) => {
      const copy = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        for (const [type, content] of copied) if (content !== '') event.clipboardData!.setData(type!, content!);
      };
      document.addEventListener('copy', copy, { capture: true, once: true });
      if (!document.execCommand('copy')) throw new Error('The browser did not copy.');
    },
    [
      ['text/plain', text],
      ['text/html', html],
    ],
  );
  await page.keyboard.press('Control+V');
}
