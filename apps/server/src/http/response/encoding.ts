/** Content encodings, the smaller result first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Memoised by header: clients send few different ones. */
const chosen = new Map<string, Encoding | undefined>();
const MAX_REMEMBERED_HEADERS = 100;

/** The best encoding that a client accepts (RFC 9110, 12.5.3), or undefined for identity. */
export function chooseEncoding(header: string | undefined): Encoding | undefined {
  if (!header) return undefined;
  if (chosen.has(header)) return chosen.get(header);
  if (chosen.size >= MAX_REMEMBERED_HEADERS) chosen.clear();
  const encoding = readEncoding(header);
  chosen.set(header, encoding);
  return encoding;
}

function readEncoding(header: string): Encoding | undefined {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const;
    }),
  );
  return encodings.find((encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0);
}
