/** What breaks the rules of articles of a kind of their own: consultations, galleries, videos. */
import { aText } from '../../support/a-bureau.ts';

const ARTICLE = 'content/articles/2026/20261101-a.md';
const columns = (style: string) => ({
  'content/columns.yaml': `- { slug: tz, name: 通知公告, style: ${style} }\n`,
});
const asking = (...fields: readonly string[]) => ({
  [ARTICLE]: aText('2026-11-01', [`consultation: { by: 甲, ${fields.join(', ')} }`]),
});
const draft = { 'content/articles/2026/20261121-b.md': aText('2026-11-21', ['draft: true']) };

/** Files of a small bureau by rule. */
export const KINDS: readonly (readonly [rule: string, files: Readonly<Record<string, string>>])[] =
  [
    ['column/consultation', { [ARTICLE]: aText('2026-11-01'), ...columns('consultation') }],
    ['consultation/dates', asking('from: 2026-11-20', 'until: 2026-11-19')],
    ['consultation/early-result', asking('until: 2026-12-31', 'result: 采纳3条')],
    ['consultation/no-result', asking('until: 2026-11-20')],
    ['consultation/passing', { ...asking('until: 2026-11-20', 'result: 20261121-b'), ...draft }],
    ['consultation/result', asking('until: 2026-11-20', 'result: 20261121-b')],
    ['consultation/short', asking('until: 2026-11-29')],
    ['column/video', { [ARTICLE]: aText('2026-11-01'), ...columns('video') }],
    ['gallery/pictures', { [ARTICLE]: aText('2026-11-01', ['gallery: true']) }],
  ];
