import { describe, expect, it } from 'vitest';
import { leaksIn } from '../../../src/model/leaks.ts';

const marks = (text: string): string[] =>
  leaksIn(text).flatMap(({ kind, shown }) => (kind === 'mark' ? [shown] : []));

describe('a mark that a text is not for everybody', () => {
  it.each([
    ['机密★1年', '机密★1年'],
    ['秘 密★', '秘 密★'],
    ['秘密 ★ 6 个月', '秘密 ★ 6 个月'],
    ['绝密★长期\n各单位：', '绝密★长期'],
    ['（此件不公开）', '此件不公开'],
    ['（不公开发布）', '不公开发布'],
    ['此件不予公开。', '此件不予公开'],
    ['公开属性：不予公开', '公开属性：不予公开'],
    ['内部资料 请勿外传', '内部资料 请勿外传'],
    ['内部资料，注意保密', '内部资料，注意保密'],
    ['此件依申请公开，不予公开发布', '此件依申请公开，不予公开发布'],
    ['（此件依申请公开）', '此件依申请公开'],
  ])('is found whole in %s', (text, mark) => {
    expect(marks(text)).toEqual([mark]);
  });

  it.each([
    '行政机关的内部事务信息，可以不予公开。',
    '涉及商业秘密、个人隐私的，不予公开。',
    '属于不予公开范围的，要说明理由。',
    '会议强调，干部要保守国家秘密。',
    '阅读内部资料时要注意保密。',
    '公民可以申请公开，此件依申请公开的办理期限是二十个工作日。',
  ])('is not in %s', (text) => {
    expect(marks(text)).toEqual([]);
  });
});
