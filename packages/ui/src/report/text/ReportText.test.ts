import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import ReportText from './ReportText.svelte';

const draw = (props: ComponentProps<typeof ReportText>) =>
  render(ReportText, { props }).body.replaceAll(/<!--.*?-->/g, '');

const words = (html: string) => html.replaceAll(/<a .*?<\/a>/g, '').replaceAll(/<[^>]*>/g, '');

it('marks the text of a finding with an anchor and a reference to it', () => {
  const html = draw({
    blocks: [{ type: 'paragraph', text: '全年收到申请12件，办结12件。' }],
    marks: [{ block: 0, start: 6, end: 8, number: 3, severity: 'explain' }],
  });
  expect(html).toMatch(
    /<span id="text-3"[^>]*><\/span><mark class="severity-explain[^"]*">12<a [^>]*href="#finding-3"/,
  );
  expect(words(html).trim()).toBe('全年收到申请12件，办结12件。');
});

it('is escaped as text', () => {
  const html = draw({ blocks: [{ type: 'table', rows: [['<b>甲</b>', '乙']] }] });
  expect(html).toContain('&lt;b>甲&lt;/b>');
});

it('renders lists as lists, with the marks of each item', () => {
  const html = draw({
    blocks: [
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [{ text: '新收甲2件。', list: { ordered: false, items: ['其中乙1件。'] } }, { text: '<结转>' }],
      },
    ],
    marks: [{ block: 0, start: 10, end: 12, number: 1, severity: 'hint' }],
  });
  expect(html).toMatch(/<ol[^>]* start="3"/);
  expect(words(html.replaceAll(/<(\/?(?:ol|ul|li))[^>]*>/g, '[$1]')).replaceAll(/\s+/g, '')).toBe(
    '[ol][li]新收甲2件。[ul][li]其中乙1件。[/li][/ul][/li][li]&lt;结转>[/li][/ol]',
  );
  expect(html).toMatch(/<mark class="severity-hint[^"]*">1件<a /);
});
