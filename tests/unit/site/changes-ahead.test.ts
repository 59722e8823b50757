import { expect, it } from 'vitest';
import { changesAhead } from '../../../src/site/changes-ahead.ts';
import { pastNotice } from '../../../src/site/document-facts.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

it('tells what appears and what expires, the earliest first, and nothing of drafts and the past', async () => {
  const articles = 'content/articles/2026';
  const bureau = await aBureau({
    [`${articles}/20261120-old.md`]: aText('2026-11-20', ['expires: 2026-11-24']),
    [`${articles}/20261121-live.md`]: aText('2026-11-21', ['expires: 2026-12-31']),
    [`${articles}/20261122-stays.md`]: aText('2026-11-22'),
    [`${articles}/20261125-minute.md`]: aText('2026-11-25 09:00'),
    [`${articles}/20261126-soon.md`]: aText('2026-11-26 08:30', ['expires: 2026-11-26 18:00']),
    [`${articles}/20261127-draft.md`]: aText('2026-11-27', ['draft: true', 'expires: 2026-12-01']),
  });
  const now = '2026-11-25 09:00';
  const { current } = await bureau.read(now);
  const ahead = current && changesAhead(current.site.content, now);
  expect(ahead?.map(({ at, change, text }) => [at.toISOString(), change, text.file])).toEqual([
    ['2026-11-26T00:30:00.000Z', 'appears', `${articles}/20261126-soon.md`],
    ['2026-11-26T10:00:00.000Z', 'expires', `${articles}/20261126-soon.md`],
    ['2026-12-30T16:00:00.000Z', 'expires', `${articles}/20261121-live.md`],
  ]);
});

it('tells of topics when they begin, and when the day of their end is over', async () => {
  const text = (dates: readonly string[]): string =>
    [
      '---',
      'title: 甲',
      'summary: 乙',
      ...dates,
      'sections: [{ title: 丙, category: tz }]',
      '---',
      '',
    ].join('\n');
  const topics = 'content/topics';
  const bureau = await aBureau({
    [`${topics}/now.md`]: text(['date: 2026-11-20', 'until: 2026-11-30']),
    [`${topics}/next.md`]: text(['date: 2026-11-27', 'until: 2026-11-28 12:00']),
    [`${topics}/over.md`]: text(['date: 2026-11-20', 'until: 2026-11-22']),
  });
  const now = '2026-11-25 09:00';
  const { current } = await bureau.read(now);
  const ahead = current && changesAhead(current.site.content, now);
  expect(ahead?.map(({ at, change, text: { file } }) => [at.toISOString(), change, file])).toEqual([
    ['2026-11-26T16:00:00.000Z', 'appears', `${topics}/next.md`],
    ['2026-11-28T04:00:00.000Z', 'ends', `${topics}/next.md`],
    ['2026-11-30T16:00:00.000Z', 'ends', `${topics}/now.md`],
  ]);
});

it('a document loses its force on the day after its last one, unless it is gone or void by then', async () => {
  const document = (until: string, more = ''): string =>
    `document: { issuer: 示例局, signed: 2026-11-01, until: ${until}${more} }`;
  const articles = 'content/articles/2026';
  const bureau = await aBureau({
    [`${articles}/20261120-a.md`]: aText('2026-11-20', [document('2026-11-25')]),
    [`${articles}/20261120-b.md`]: aText('2026-11-20', [document('2026-11-24')]),
    [`${articles}/20261120-c.md`]: aText('2026-11-20', [document('2026-12-31', ', status: 废止')]),
    [`${articles}/20261120-d.md`]: aText('2026-11-20', [
      document('2026-12-31'),
      'expires: 2026-12-01',
    ]),
  });
  await bureau.write({
    [`${articles}/20261120-e.md`]: aText('2026-11-20', [
      document('2026-11-24', ', status: 已修改, ended: 2026-11-10'),
    ]),
  });
  const states = async (now: string) => {
    const { current } = await bureau.read(now);
    const { content } = current?.site ?? {};
    return {
      ahead:
        content && changesAhead(content, now).map(({ at, change }) => [change, at.toISOString()]),
      said: content?.articles.map(({ id, document: said }) => [id.at(-1), said?.status]),
    };
  };
  expect(await states('2026-11-25 23:59')).toEqual({
    ahead: [
      ['lapses', '2026-11-25T16:00:00.000Z'],
      ['expires', '2026-11-30T16:00:00.000Z'],
    ],
    said: [
      ['e', '失效'],
      ['d', undefined],
      ['c', '废止'],
      ['b', '失效'],
      ['a', undefined],
    ],
  });
  expect((await states('2026-11-26 00:00')).said).toContainEqual(['a', '失效']);
  const { current } = await bureau.read();
  const changed = current?.site.article('20261120-e').document;
  const notice = current && changed && pastNotice(current.site.labels, changed);
  expect(notice?.join('')).toBe('本文件有效期至2026年11月24日，已经失效。');
});
