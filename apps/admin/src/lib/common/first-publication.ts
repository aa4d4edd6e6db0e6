/** Errors in the date and address of an archived report's first publication, in Chinese. */
export function firstPublicationErrors(
  { publishedOn, sourceUrl, year }: { readonly publishedOn: string; readonly sourceUrl: string; readonly year: number },
  today: string,
): { readonly publishedOn?: string; readonly sourceUrl?: string } {
  const day =
    publishedOn === ''
      ? '请填写当时公布的日期。'
      : publishedOn > today
        ? '公布日期不能晚于今天。'
        : publishedOn < `${year}-01-01`
          ? `公布日期不会早于 ${year} 年。`
          : undefined;
  const url = sourceUrl.trim();
  const address =
    url === '' || isWebAddress(url) ? undefined : '请填写完整的网址，以 http:// 或 https:// 开头；没有可以不填。';
  return { ...(day && { publishedOn: day }), ...(address && { sourceUrl: address }) };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
