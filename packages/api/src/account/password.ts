/** Minimum number of characters, and of kinds among lower case, upper case, digits and others. */
const minimum = { length: 8, kinds: 3 } as const;

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** Returns why a password is not accepted, in words for its owner, or undefined if it is accepted. */
export function passwordFault(password: string): string | undefined {
  if ([...password].length < minimum.length) return `密码至少 ${minimum.length} 个字符`;
  if (kinds.filter((kind) => kind.test(password)).length < minimum.kinds)
    return `密码应含小写字母、大写字母、数字、其他符号中的至少 ${minimum.kinds} 种`;
  return undefined;
}
