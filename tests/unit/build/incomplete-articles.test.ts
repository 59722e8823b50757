/** An article that lacks a required field has an address already: links and old addresses take it for there. */
import { describe, expect, it } from 'vitest';
import { renderBody } from '../../../src/site/article-body.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

describe('an article that lacks a field is linked to as if it were there:', () => {
  const without = (field: string, text: string): string =>
    text.replace(new RegExp(`^${field}: .*\n`, 'm'), '');
  const linking = (target: string): string => aText('2026-11-01', [], `见[稿件](${target})。`);
  const A = 'content/articles/2026/20261101-a.md';
  const B = 'content/articles/2026/20261102-b.md';
  const draft = aText('2026-11-02', ['draft: true', 'aliases: [/old/b.html]']);

  it.each(['/tz/202611/20261102-b/', '/tz/202611/20261102-b/index.html', '/old/b.html'])(
    'a draft without a source by %s is shown as words, and told of',
    async (target) => {
      const bureau = await aBureau({ [A]: linking(target), [B]: without('source', draft) });
      const reading = await bureau.read();
      const told = reading.issues.filter(({ file }) => file === A);
      expect(told.map(({ rule, level }) => [rule, level])).toEqual([['link/passing', 'warn']]);
      const { current } = reading;
      if (!current) throw new Error('the site was not read');
      const body = await renderBody(current, current.site.article('20261101-a'));
      expect(body).toContain('见<span>稿件</span>');
      expect(reading.unpublished.map(({ article, reason }) => [article.id, reason])).toEqual([
        ['20261102-b', 'draft'],
      ]);
    },
  );

  it.each(['title', 'source', 'date'])(
    'one without its %s by its old address is no dead link',
    async (field) => {
      const text = without(field, aText('2026-11-02', ['aliases: [/old/b.html]']));
      const bureau = await aBureau({ [A]: linking('/old/b.html'), [B]: text });
      const { issues } = await bureau.read();
      expect(issues.map(({ file, rule }) => [file, rule])).toEqual([[B, 'field/missing']]);
    },
  );

  it.each(['title', 'source', 'date'])(
    'an old address may lead to one without its %s',
    async (field) => {
      const bureau = await aBureau({
        'content/redirects.yaml': '- { from: /old/1.html, to: 20261102-b }\n',
        [B]: without(field, aText('2026-11-02')),
      });
      const { issues } = await bureau.read();
      expect(issues.map(({ file, rule }) => [file, rule])).toEqual([[B, 'field/missing']]);
    },
  );

  it('and a dead link in it is told in the same run', async () => {
    const bureau = await aBureau({
      [B]: without('source', aText('2026-12-02', [], '[页](/nowhere/)')).replace('-02', '-02'),
      'content/articles/2026/20261203-c.md': without(
        'source',
        aText('2026-12-03', [], '[页](/nowhere/)'),
      ),
      [A]: without('source', aText('2026-11-01', ['draft: true'], '[页](/nowhere/)')),
    });
    const { issues } = await bureau.read('2026-11-25 09:00');
    const dead = issues.filter(({ rule }) => rule === 'link/dead');
    expect(dead.map(({ file }) => file).toSorted()).toEqual([
      A,
      B,
      'content/articles/2026/20261203-c.md',
    ]);
  });
});
