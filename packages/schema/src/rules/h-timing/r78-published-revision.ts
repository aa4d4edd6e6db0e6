import type { Rule } from '../../engine/rule.ts';

export const r78: Rule = {
  id: 'R78',
  chapter: 'H',
  severity: 'block',
  title: { zh: '公布的就是审核通过的版本', en: 'the page published is the revision accepted' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条' },
  basis: ['reasoning'],
  message: {
    zh: '公布的版本（{published}）不是审核通过的版本（{accepted}）。请公布审核通过的版本。',
    en: 'The revision published ({published}) is not the one accepted ({accepted}).',
  },
  test(_report, _form, { publication }) {
    const outcome = { scope: 'report', cells: [] } as const;
    const { acceptedDigest: accepted, publishedDigest: published } = publication ?? {};
    if (!accepted || !published) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_publication' }];
    return [{ ...outcome, verdict: accepted === published ? 'pass' : 'fail', params: { accepted, published } }];
  },

  vectors: [
    {
      name: 'the same digest',
      context: { publication: { acceptedDigest: 'a', publishedDigest: 'a' } },
      verdict: 'pass',
    },
    {
      name: 'another digest',
      context: { publication: { acceptedDigest: 'a', publishedDigest: 'b' } },
      verdict: 'fail',
    },
    { name: 'no record', verdict: 'skip' },
  ],
};
