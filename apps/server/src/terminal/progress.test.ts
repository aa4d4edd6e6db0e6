import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

function progressOn(live: boolean) {
  let notes = '';
  let time = 0;
  const console = { live, out: () => undefined, note: (text: string) => void (notes += text) };
  const progress = new Progress(console, () => time);
  const at = (moment: number, text: string) => {
    time = moment;
    progress.say(text);
  };
  return { at, progress, notes: () => notes };
}

describe('progress', () => {
  it('writes over its line on a terminal, ten times a second at most, and leaves it empty', () => {
    const { at, progress, notes } = progressOn(true);
    at(0, '第 10 份');
    at(50, '第 11 份');
    at(100, '完成');
    progress.end();
    expect(notes()).toBe(`\r第 10 份\r完成    \r${' '.repeat(4)}\r`);
  });

  it('adds a line every few seconds elsewhere', () => {
    const { at, progress, notes } = progressOn(false);
    for (let second = 0; second < 11; second++) at(second * 1_000, `第 ${second} 份`);
    progress.end();
    expect(notes()).toBe('第 0 份\n第 5 份\n第 10 份\n');
  });
});
