import { expect, it } from 'vitest';
import { checkPrivateNames } from '../../../src/rules/private-names.ts';

const inSettings = (value: unknown) =>
  checkPrivateNames([], [{ file: 'content/site.yaml', value, lineOf: (path) => path.length }]);

it.each([
  ['a mobile number, which may be the bureau’s own', '13912345678', 'warn'],
  ['an identity number', '11010519491231002X', 'stop'],
])('%s in the settings', (_, number, level) => {
  const issues = inSettings({ footer: [{ name: `值班 ${number}` }] });
  expect(issues).toMatchObject([
    { rule: 'personal/setting', level, file: 'content/site.yaml', line: 3 },
  ]);
  expect(issues[0]?.message).not.toContain(number);
});

it('an old address, and the one that it leads to, as addresses are read', () => {
  const redirects = [
    { from: '/old/13912345678.html', to: '/tz/' },
    { from: '/show.asp?id=13912345678', to: '/gk/' },
    { from: '/a', to: 'https://www.example.com/?t=%3113912345678' },
    { from: '/b', to: 'https://www.example.com/?t=%313912345678' },
  ];
  const file = 'content/redirects.yaml';
  const lineOf = ([index]: readonly unknown[]) => Number(index) + 1;
  const issues = checkPrivateNames([], [], { file, value: redirects, lineOf });
  expect(issues.map(({ level, line }) => [level, line])).toEqual([
    ['warn', 1],
    ['warn', 4],
  ]);
  expect(issues[0]?.message).toBe('地址里有手机号「139****5678」，网站上会有。');
});

it('a name that becomes an address, and none of days and words', () => {
  const named = (name: string) =>
    checkPrivateNames([{ file: `content/articles/2026/${name}.md`, name }], []).map(
      ({ level }) => level,
    );
  expect(named('20261101-13912345678')).toEqual(['stop']);
  expect(named('20261101-20261130-notice-12')).toEqual([]);
});
