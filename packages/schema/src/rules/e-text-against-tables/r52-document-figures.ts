import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';

export const r52: Rule = {
  id: 'R52',
  chapter: 'E',
  severity: 'hint',
  title: { zh: '文中的规章、规范性文件数与表二一致', en: 'documents in the text are those of table two' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: judgeClaims('R52'),

  vectors: [],
};
