import { passwordFault } from '@gongkai/api/schemas';

/** A new password while it is typed, with its repetition. */
export class NewPassword {
  typed = $state('');
  repeated = $state('');
  readonly fault = $derived(passwordFault(this.typed));
  readonly repeatFault = $derived(this.repeated === this.typed ? undefined : '两次输入的密码不一致。');

  get good(): boolean {
    return this.fault === undefined && this.repeatFault === undefined;
  }

  clear(): void {
    this.typed = '';
    this.repeated = '';
  }
}
