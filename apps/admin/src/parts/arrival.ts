/** Whether the next page to be drawn is the one that the browser loaded: that one leaves the focus alone. */
export const arrival = { first: true };
