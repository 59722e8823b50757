/** `~~`: text that is struck out, or a range whose sign was typed twice. */
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport } from './a-body-report.ts';

const context = aBodyContext(nothingKnown);

test.for([
  ['节水8~~9万吨、节电10~~12万千瓦时。', '节水8~~9万吨、节电10~~12万千瓦时。'],
  ['增长5%~~8%、用电3万~~9万度', '增长5%~~8%、用电3万~~9万度'],
  ['原价~~100元~~现价80元', '原价<del>100元</del>现价80元'],
  ['~~作废~~，第~~三~~四条', '<del>作废</del>，第<del>三</del>四条'],
])('%j', async ([body = '', html]) => {
  expect(await renderMarkdown(body, context)).toBe(`<p>${html}</p>`);
  expect(bodyReport(body).issues).toEqual([]);
});

const FIX =
  '表示起止，写成「～」；要画删除线，前后都写「~~」，例如 ~~文字~~；要显示波浪线，写成 \\~\\~。';

test.for([
  ['首段\n价格~~100元', `2 「~~」会原样显示：「价格~~100元」。 → ${FIX}`],
  ['时间：3月~~5月', `1 「~~」会原样显示：「时间：3月~~5月」。 → ${FIX}`],
])('%j is reported', ([body = '', issue]) => {
  expect(bodyReport(body).issues).toEqual([issue]);
});

test.for(['价格～100元', '时间：3月～5月，价格\\~\\~100元，价格~~100元~~'])(
  '%j is in order',
  (body) => {
    expect(bodyReport(body).issues).toEqual([]);
  },
);
