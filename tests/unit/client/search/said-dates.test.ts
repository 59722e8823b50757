import { expect, test } from 'vitest';
import { datesIn } from '../../../../src/search/date-forms.ts';
import { isDatesAlone, readSaidDates } from '../../../../src/client/search/said-dates.ts';

/** In Beijing it is already the first of March. */
const NOW = new Date('2026-02-28T16:30:00Z');

test.each([
  ['今天', '2026年3月1日'],
  ['昨天', '2026年2月28日'],
  ['前天', '2026年2月27日'],
  ['本月', '2026年3月'],
  ['上个月', '2026年2月'],
  ['今年3月', '2026年3月'],
  ['去年3月', '2025年3月'],
  ['去年３月', '2025年3月'],
  ['前年12月份', '2024年12月份'],
  ['去年3月5日', '2025年3月5日'],
  ['去年三月', '2025年3月'],
  ['今年十二月份', '2026年12月份'],
  ['去年三月二十六日', '2025年3月26日'],
  ['去年十月三十一号', '2025年10月31号'],
  ['2025年三月', '2025年3月'],
  ['二〇二五年十一月', '2025年11月'],
  ['二零二四年2月29日', '2024年2月29日'],
  ['25年3月', '2025年3月'],
  ['25年3月5日', '2025年3月5日'],
  ['二五年三月', undefined],
  ['98年3月', '1998年3月'],
  ['27年1月', '2027年1月'],
  ['28年1月', '1928年1月'],
  ['20250326', '2025年3月26日'],
  ['２０２４０２２９', '2024年2月29日'],
  ['本周', '2026年2月23日至3月1日'],
  ['上周', '2026年2月16日至22日'],
  ['上个星期', '2026年2月16日至22日'],
  // The latest that has begun.
  ['三月', '2026年3月'],
  ['3月份', '2026年3月'],
  ['十二月', '2025年12月'],
  ['4月', '2025年4月'],
])('%s is %s', (said, read) => {
  expect(readSaidDates(said, NOW)).toEqual(
    read === undefined ? { query: said, dates: [] } : { query: read, dates: [{ said, read }] },
  );
});

test.each([
  ['昨天的新闻', '2026年2月28日'],
  ['今年3月的稿件', '2026年3月'],
  ['上个月发的通知', '2026年2月 通知'],
  ['上周发布的消息', '2026年2月16日至22日'],
  ['2025年3月的稿件', '2025年3月'],
  ['3月5日的会议', '3月5日 会议'],
  ['昨天发布的', '2026年2月28日'],
  ['昨天发的', '2026年2月28日'],
  ['3月5日印发', '3月5日'],
  ['昨天新闻', '2026年2月28日'],
  ['上个月通知', '2026年2月 通知'],
  ['去年3月发布公告', '2025年3月 公告'],
])('%s is what there is of %s', (said, read) => {
  const found = readSaidDates(said, NOW);
  expect(found).toEqual({ query: read, dates: [{ said, read }] });
  expect(isDatesAlone({ query: said }, found.dates)).toBe(!read.includes(' '));
});

test('of the month before January it is the year before', () => {
  expect(readSaidDates('上月', new Date('2026-01-15T00:00:00Z')).query).toBe('2025年12月');
  expect(readSaidDates('前天', new Date('2026-01-01T00:00:00Z')).query).toBe('2025年12月30日');
});

test('beside other terms, once', () => {
  expect(readSaidDates('节能  去年3月 去年3月', NOW)).toEqual({
    query: '节能  2025年3月 2025年3月',
    dates: [{ said: '去年3月', read: '2025年3月' }],
  });
});

test.each([
  '"昨天"',
  '“去年3月”',
  '-昨天',
  '昨天的',
  '昨天的新闻发布会纪要',
  '节能的新闻',
  '3月5日会议',
  '节能公布',
  '节能通知',
  '上个月起施行',
  '"昨天的新闻"',
  '去年',
  '三月 节能',
  '13月',
  '3月5日',
  '明天',
  'constructor',
  'toString的新闻',
  '',
])('%s stays as it is written', (query) => {
  expect(readSaidDates(query, NOW)).toEqual({ query, dates: [] });
});

test.each([
  '去年2月29日',
  '去年13月',
  '今年4月31号',
  '今年0月',
  '去年3月0日',
  '去年十三月',
  '2025年3月',
  '20250230',
  '20251301',
  '2025032',
  '202503261',
  '25年13月',
  '5年3月',
])('%s is no date, or one already, and stays as it is written', (query) => {
  expect(readSaidDates(query, NOW)).toEqual({ query, dates: [] });
});

test('on every day the week is from Monday to Sunday, holds the day, and follows the one before', () => {
  for (let at = 0; at < 3 * 366; at += 1) {
    const now = new Date(Date.UTC(2024, 0, 1 + at, 3));
    const [last = [], week = []] = ['上周', '本周'].map((said) =>
      datesIn(readSaidDates(said, now).query).map(
        ({ year, month, day = 0 }) => new Date(Date.UTC(Number(year), month - 1, day)),
      ),
    );
    expect([...last, ...week].map((date) => date.getUTCDay())).toEqual([
      1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0,
    ]);
    expect(week.map(Number)).toContain(Date.UTC(2024, 0, 1 + at));
    expect(Number(week[0]) - Number(last[6])).toBe(86_400_000);
  }
});
