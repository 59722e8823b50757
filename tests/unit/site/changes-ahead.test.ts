import { expect, it } from 'vitest';
import { changesAhead } from '../../../src/site/changes-ahead.ts';
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
