const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day that a moment falls on in Asia/Shanghai, YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return inShanghai.format(moment);
}
