import { expect, it } from 'vitest';
import { escaped } from '../../../src/site/escape.ts';

it('no sign of a text begins or ends a tag, an attribute or a reference', () => {
  expect(escaped(`《甲》<b a="1">乙</b> & &amp; 'x'`)).toBe(
    "《甲》&lt;b a=&quot;1&quot;&gt;乙&lt;/b&gt; &amp; &amp;amp; 'x'",
  );
});
