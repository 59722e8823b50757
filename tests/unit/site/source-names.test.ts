import { expect, it } from 'vitest';
import { sourceName } from '../../../src/site/source-names.ts';
import { aSite, anArticle } from '../../support/a-site.ts';

const OWN = '示例自治区机关事务管理局';

/** What each source is listed as. */
function listed(sources: readonly string[], sponsor = OWN): string[] {
  const site = aSite({
    articles: sources.map((source, index) => anArticle({ id: `2026010${index + 1}-a`, source })),
    config: { name: OWN, sponsor },
  });
  return sources.map((source) => sourceName(site, source));
}

it.each([
  ['the bureau, with its region and without', ['自治区机关事务管理局', OWN], [OWN, OWN]],
  ['the bureau, where nobody writes it in full', ['自治区机关事务管理局'], [OWN]],
  ['another office', ['云川市机关事务管理局', OWN], ['云川市机关事务管理局', OWN]],
  [
    'what another office is called as well',
    ['机关事务管理局', '云川市机关事务管理局', OWN],
    ['机关事务管理局', '云川市机关事务管理局', OWN],
  ],
  ['an office within it', [`${OWN}保卫处`, '保卫处'], [`${OWN}保卫处`, '保卫处']],
  [
    'an office within it, with the region and without',
    [`${OWN}资产管理处`, '自治区机关事务管理局资产管理处'],
    [`${OWN}资产管理处`, `${OWN}资产管理处`],
  ],
  [
    'an office within it, as most articles have it',
    [`${OWN}保卫处`, '自治区机关事务管理局保卫处', '自治区机关事务管理局保卫处'],
    Array<string>(3).fill('自治区机关事务管理局保卫处'),
  ],
  [
    'an office within another',
    [`${OWN}保卫处`, '机关事务管理局保卫处', '云川市机关事务管理局保卫处'],
    [`${OWN}保卫处`, '机关事务管理局保卫处', '云川市机关事务管理局保卫处'],
  ],
  ['what is short for anybody', ['管理局', OWN], ['管理局', OWN]],
])('%s', (_, sources, names) => {
  expect(listed(sources)).toEqual(names);
});

it('nothing that two names of the bureau end with', () => {
  const [name] = listed(['机关事务管理局'], '示例自治区政府机关事务管理局');
  expect(name).toBe('机关事务管理局');
});
