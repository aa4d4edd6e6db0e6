import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // Official codes such as 三.一.总计 are ids: HTML allows any value without white space.
  rules: { 'valid-id': ['error', { relaxed: true }] },
});

/** What of a page is not valid HTML; an empty list is what a test expects. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}
