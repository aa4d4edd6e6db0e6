import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { saidBy } from '../../testing/said.ts';

const said = (text: string) => saidBy(forms.at(-1)!, 'R56', { text: { other: [text] } });
const amounts = (text: string) => said(text).map(({ verdict, actual }) => `${verdict} ${actual}`);

describe('R56: processing fees', () => {
  it('are a multiple of 10 yuan', () => {
    const judged = (text: string, words: string, actual: number, verdict: string) => [
      {
        ...{ verdict, severity: 'hint', scope: 'section', cells: [] },
        place: { section: 'other', block: 0, start: 10, end: 10 + words.length },
        ...{ params: { actual, quote: text.slice(3) }, actual },
      },
    ];
    for (const [words, actual, verdict] of [
      ['3940 元', 3940, 'pass'],
      ['0 元', 0, 'pass'],
      ['3945 元', 3945, 'fail'],
      ['3941元', 3941, 'fail'],
      ['10.5 元', 10.5, 'fail'],
      ['0.57 万元', 5700, 'pass'],
      ['0.5705 万元', 5705, 'fail'],
      ['1.1 万元', 11_000, 'pass'],
      ['0.00105 万元', 10.5, 'fail'],
    ] as const) {
      const text = `前文。收取信息处理费${words}。`;
      expect(said(text)).toEqual(judged(text, words, actual, verdict));
    }
  });

  it('are named before the amount', () => {
    for (const words of [
      ...[
        '信息处理费',
        '信息公开处理费',
        '政府信息公开信息处理费',
        '信息公开处理费共收取人民币',
        `信息公开处理费${'字'.repeat(10)}`,
      ],
      ...['信息处理费，2 件，共收', '信息处理费 1 件，', `信息处理费，${'字'.repeat(23)}`],
    ])
      expect(amounts(`${words} 5 元。`)).toEqual(['fail 5']);
    for (const words of [
      ...[
        '处理费',
        '公开处理费',
        '信息公开费',
        `信息公开处理费${'字'.repeat(11)}`,
        '信息公开处理费，共',
        '信息公开处理费；共',
      ],
      ...[
        `信息处理费，${'字'.repeat(24)}`,
        '信息处理费；',
        '信息处理费 10 元，复印费',
        '信息处理费 10 元、复印费',
        '信息公开处理费 10 元、复印费',
      ],
    ])
      expect(amounts(`${words} 5 元。`).filter((each) => each.endsWith(' 5'))).toEqual([]);
  });

  it('are exact amounts in 元 or 万元', () => {
    for (const words of ['约 5 元', '5 余元', '5 件', '5 亿元', '5%'])
      expect(amounts(`信息处理费 ${words}。`)).toEqual([]);
    expect(amounts('信息处理费 10 元。信息处理费 15 元。')).toEqual(['pass 10', 'fail 15']);
  });
});
