import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IdleWatch } from './idle-timer.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minutes = (number: number) => vi.advanceTimersByTimeAsync(number * 60_000);

function watch() {
  const tell = vi.fn(async () => true);
  const end = vi.fn();
  const idle = new IdleWatch(30, tell, end);
  const stop = idle.start();
  return { idle, tell, end, stop };
}

it('warns two minutes before the session ends, and ends it', async () => {
  const { idle, end, stop } = watch();
  await minutes(27.5);
  expect(idle.warned).toBe(false);
  await minutes(1);
  expect(idle.warned).toBe(true);
  await minutes(2);
  expect(end).toHaveBeenCalledOnce();
  stop();
});

it('sends keep-alive calls while the user works, and none while the user is idle', async () => {
  const { idle, tell, stop } = watch();
  await minutes(10);
  expect(tell).not.toHaveBeenCalled();
  idle.worked();
  await minutes(1);
  expect(tell).toHaveBeenCalledOnce();
  await minutes(20);
  expect(tell).toHaveBeenCalledOnce();
  stop();
});

it('continues after the button of the warning, not after another input event', async () => {
  const { idle, end, tell, stop } = watch();
  await minutes(29);
  idle.worked();
  expect(idle.warned).toBe(true);
  await idle.goOn();
  expect(tell).toHaveBeenCalledOnce();
  await minutes(20);
  expect(idle.warned).toBe(false);
  expect(end).not.toHaveBeenCalled();
  stop();
});
