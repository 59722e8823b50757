/** Plugins that a body seems not to need are skipped; the HTML must be as if none had been. */
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { htmlFragment } from '../../../src/markdown/html-fragment.ts';
import {
  markdownSyntax,
  mayUseGfm,
  rehypePlugins,
  remarkPlugins,
  remarkRehypeOptions,
} from '../../../src/markdown/plugins.ts';
import { rehypeResolve } from '../../../src/markdown/rehype-resolve.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const PIECES =
  '供暖|检查，|2026|12.|：|-|--|:|*|**|_|~|~~|\\||`|#|> |- |1. |[|]|(|)|!|<|>|^|x| |  |　|&#32;|&amp;|&#64;|&#124;|&nbsp;|&emsp;|\\|https:|//|www|.gov.cn|a@b.cn|\n|\n\n|\n    |\t|李*华|电话|0999-8800000|表1|各单位'.split(
    /(?<!\\)\|/,
  );

const context = aBodyContext(nothingKnown);
const every = remark()
  .use(markdownSyntax)
  .use(remarkPlugins)
  .use(remarkRehype, remarkRehypeOptions(context.labels))
  .use(rehypePlugins(context.labels))
  .freeze();

/** Put after a body, no plugin skips it. */
const EVERY_SIGN = '\n\n2026. **、 http://www. [x] # [^ ![ | & \u3000 1\n1\n\n：\n**** 电话 表';

test('6,000 bodies of odd pieces come out the same', async () => {
  const random = seededRandom(7);
  let plain = 0;
  for (let round = 0; round < 6_000; round += 1) {
    const pieces = Array.from({ length: random.between(2, 14) }, () => random.pick(PIECES));
    const body = pieces.map((piece) => (piece === '\\|' ? '|' : piece)).join('');
    const whole = await every.run(every.parse(body), { value: body + EVERY_SIGN });
    await rehypeResolve(context)(whole);
    expect(await renderMarkdown(body, context), body).toBe(htmlFragment.stringify(whole));
    if (!mayUseGfm(body)) plain += 1;
  }
  expect(plain).toBeGreaterThan(600);
});
