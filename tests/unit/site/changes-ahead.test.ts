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

it('a consultation opens, counts its days at midnight while it is open, and closes after its last day', async () => {
  const asks = (words: string): string => `consultation: { by: 电话 0000-1234567, ${words} }`;
  const articles = 'content/articles/2026';
  const bureau = await aBureau({
    [`${articles}/20261120-open.md`]: aText('2026-11-20', [asks('until: 2026-11-26')]),
    [`${articles}/20261121-minute.md`]: aText('2026-11-21', [asks('until: 2026-11-25 17:00')]),
    [`${articles}/20261122-coming.md`]: aText('2026-11-22', [
      asks('from: 2026-11-27, until: 2026-12-27'),
    ]),
    [`${articles}/20261110-over.md`]: aText('2026-11-10', [asks('until: 2026-11-24')]),
    [`${articles}/20261124-expires.md`]: aText('2026-11-24', [
      asks('until: 2026-12-24'),
      'expires: 2026-11-25 20:00',
    ]),
  });
  const at = async (now: string) => {
    const { current } = await bureau.read(now);
    const { content } = current?.site ?? {};
    return {
      ahead: (content ? changesAhead(content, now) : []).map(
        ({ at: when, change, text }) =>
          `${when.toISOString().slice(5, 16)} ${change} ${text.file.slice(-10, -3).replace(/.*-/, '')}`,
      ),
      stages: content?.articles.map(
        ({ id, consulting }) => `${id.slice(9)} ${consulting?.stage} ${consulting?.daysLeft}`,
      ),
    };
  };
  expect(await at('2026-11-25 09:00')).toEqual({
    ahead: [
      '11-25T09:00 closes minute',
      '11-25T12:00 expires expires',
      '11-25T16:00 counts open',
      '11-26T16:00 opens coming',
      '11-26T16:00 closes open',
      '12-27T16:00 closes coming',
    ],
    stages: ['expires open 29', 'coming coming 32', 'minute open 0', 'open open 1', 'over over 0'],
  });
  // Of each change ahead the moment before and the moment itself differ in what pages say.
  expect((await at('2026-11-25 16:59')).stages).toContain('minute open 0');
  expect((await at('2026-11-25 17:00')).stages).toContain('minute over 0');
  expect((await at('2026-11-25 23:59')).stages).toContain('open open 1');
  expect(await at('2026-11-26 00:00')).toMatchObject({
    ahead: ['11-26T16:00 opens coming', '11-26T16:00 closes open', '12-27T16:00 closes coming'],
    stages: ['coming coming 31', 'minute over 0', 'open open 0', 'over over 0'],
  });
  expect((await at('2026-11-27 00:00')).stages).toEqual([
    'coming open 30',
    'minute over 0',
    'open over 0',
    'over over 0',
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
