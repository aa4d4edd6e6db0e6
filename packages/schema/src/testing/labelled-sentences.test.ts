import { expect, it } from 'vitest';
import { labelledSentences, recognise } from './labelled-sentences.ts';

const sentences = labelledSentences();

it('has sentences of many kinds, a third of them without a claim', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(200);
  const without = sentences.filter(({ claims }) => claims.length === 0).length / sentences.length;
  expect(without).toBeGreaterThan(0.3);
  expect(without).toBeLessThan(0.4);
});

it('nine claims in ten are found, and hardly anything else is taken for one', () => {
  const { recall, precision, missed, wrong } = recognise(sentences);
  expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
});

it('a claim with another number or other cells counts as missed and as wrong', () => {
  const text = '2026年收到政府信息公开申请5件。';
  expect(recognise([{ text, claims: ['新收=6'] }])).toMatchObject({ right: 0, recall: 0, precision: 0 });
  expect(recognise([{ text, claims: ['办结=5'] }])).toMatchObject({ missed: [expect.any(String)], right: 0 });
});
