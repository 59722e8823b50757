import { describe, expect, it } from 'vitest';
import { findColumn } from '../../../src/rules/column-checks.ts';
import { aColumn, someColumns } from '../../support/a-site.ts';

/** 通知 at the top, below 政务 and below 人事; 通报 below 政务/通知. */
const namesakes = [
  aColumn({ slug: 'tz', name: '通知' }),
  aColumn({ slug: 'zw', name: '政务' }),
  aColumn({ slug: 'zwtz', name: '通知', parent: 'zw' }),
  aColumn({ slug: 'rs', name: '人事' }),
  aColumn({ slug: 'rstz', name: '通知', parent: 'rs' }),
  aColumn({ slug: 'tb', name: '通报', parent: 'zwtz' }),
];

describe('a column is found', () => {
  it.each([
    ['图片新闻', 'tpxw'],
    ['tpxw', 'tpxw'],
    ['新闻资讯/图片新闻', 'tpxw'],
    ['xwzx/tpxw', 'tpxw'],
    ['新闻资讯/tpxw', 'tpxw'],
    ['新闻资讯 > 图片新闻', 'tpxw'],
    ['新闻资讯＞图片新闻', 'tpxw'],
    ['新闻资讯／图片新闻', 'tpxw'],
    ['新闻资讯', 'xwzx'],
  ])('by %s', (written, slug) => {
    expect(findColumn(written, someColumns())).toMatchObject({ column: { slug } });
  });

  it.each([
    ['政务/通知', 'zwtz'],
    ['人事/通知', 'rstz'],
    ['tz', 'tz'],
    ['通知/通报', 'tb'],
    ['政务/通知/通报', 'tb'],
  ])('among namesakes by %s', (written, slug) => {
    expect(findColumn(written, namesakes)).toMatchObject({ column: { slug } });
  });
});

describe('a column is not found', () => {
  const choices = '可用的栏目：新闻资讯、图片新闻、工作动态、公开、通知。';

  it.each([
    ['图片新问', `是不是「图片新闻」？${choices}`],
    ['/图片新闻', `是不是「图片新闻」？${choices}`],
    ['公开/图片新闻', `是不是「图片新闻」？${choices}`],
    ['图片新闻/新闻资讯', choices],
    ['党建', choices],
    ['', choices],
  ])('by 「%s」', (written, fix) => {
    expect(findColumn(written, someColumns())).toEqual({
      message: `栏目（category）写的是「${written}」，columns.yaml 里没有这个栏目。`,
      fix,
    });
  });

  it.each(['图片新闻、工作动态', '图片新闻,通知', '图片新闻； gzdt、公开'])(
    'where there are several of them: %s; what is left of each remedy is judged alone',
    (written) => {
      const names = written.split(/[、,；]/).map((name) => name.trim());
      expect(findColumn(written, someColumns())).toEqual({
        message: `栏目（category）写的是「${written}」，是 ${names.length} 个栏目。`,
        fix: '一篇稿件只能写一个栏目，请留下一个。',
      });
      for (const name of names) expect(findColumn(name, someColumns())).toHaveProperty('column');
    },
  );

  it('when one of several names is wrong, or a name has a comma', () => {
    expect(findColumn('图片新闻、党建', someColumns())).toEqual({
      message: '栏目（category）写的是「图片新闻、党建」，columns.yaml 里没有这个栏目。',
      fix: `是不是「图片新闻」？${choices}`,
    });
    const column = aColumn({ slug: 'gg', name: '通知、公告' });
    expect(findColumn('通知、公告', [column])).toEqual({ column });
  });

  it('when it is a link or a single page', () => {
    const columns = [
      ...someColumns(),
      aColumn({ slug: 'jgzn', name: '机构职能', kind: 'page', page: 'jgzn' }),
    ];
    expect(findColumn('在线咨询', columns)).toEqual({
      message: '栏目（category）写的是「在线咨询」，它是一个外部链接，不能放稿件。',
      fix: choices,
    });
    expect(findColumn('机构职能', columns)).toEqual({
      message: '栏目（category）写的是「机构职能」，它是一个单页，不能放稿件。',
      fix: choices,
    });
  });

  it('when several have the name; each remedy finds its own', () => {
    expect(findColumn('通知', namesakes)).toEqual({
      message: '栏目（category）写的是「通知」，有 3 个栏目叫这个名字。',
      fix: '请写明上级栏目：「tz」或「政务/通知」或「人事/通知」。',
    });
  });
});
