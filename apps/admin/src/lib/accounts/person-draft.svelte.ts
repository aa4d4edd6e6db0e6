/** The error of a user name, if it is invalid. The server applies the same rule. */
export function usernameError(username: string): string | undefined {
  return /^[a-z0-9][a-z0-9._-]{2,31}$/.test(username)
    ? undefined
    : '用户名为 3 至 32 个小写字母、数字或 . _ -，以字母或数字开头。';
}

/** The person of an account while it is created or edited. */
export class PersonDraft {
  username = $state('');
  name = $state('');
  email = $state('');
  readonly nameFault = $derived(this.name.trim() === '' ? '请填写姓名。' : undefined);
  readonly usernameError = $derived(usernameError(this.username));
  readonly emailFault = $derived(
    this.email.trim() === '' || /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/.test(this.email.trim())
      ? undefined
      : '邮箱的写法不对。',
  );

  constructor({ username = '', name = '', email = '' }: { username?: string; name?: string; email?: string } = {}) {
    this.username = username;
    this.name = name;
    this.email = email;
  }

  get good(): boolean {
    return !this.nameFault && !this.usernameError && !this.emailFault;
  }

  get value(): { username: string; name: string; email: string | null } {
    return { username: this.username, name: this.name.trim(), email: this.email.trim() || null };
  }
}
