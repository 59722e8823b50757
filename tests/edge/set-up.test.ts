/** Wrong set-up is refused at the start, by the name the operator knows. */
import { describe, expect, test } from 'vitest';
import { serverSettingsFrom } from '../../src/server/server-settings.ts';
import { checkSetUp, DEFAULT_SET_UP, setUpFrom } from '../../src/views/set-up.ts';

test.each([
  [{ basePath: 'jgsw' }, 'basePath 要以 / 开头、以 / 结尾，例如 / 或 /jgsw/，现在写的是「jgsw」。'],
  [
    { basePath: '/jgsw' },
    'basePath 要以 / 开头、以 / 结尾，例如 / 或 /jgsw/，现在写的是「/jgsw」。',
  ],
  [
    { origins: ['www.example.gov.cn'] },
    'origins 要写成 https://www.example.gov.cn 这样，结尾没有 /，现在写的是「www.example.gov.cn」。',
  ],
  [
    { origins: ['https://www.example.gov.cn/'] },
    'origins 要写成 https://www.example.gov.cn 这样，结尾没有 /，现在写的是「https://www.example.gov.cn/」。',
  ],
  [{ requestsAMinute: 0 }, 'requestsAMinute 要写 1 以上的数，现在写的是「0」。'],
  [{ requestsAMinute: Number.NaN }, 'requestsAMinute 要写 1 以上的数，现在写的是「NaN」。'],
])('%j', (wrong, message) => {
  expect(() => checkSetUp({ ...DEFAULT_SET_UP, ...wrong })).toThrow(message);
});

describe('the variables', () => {
  test.each([
    [{ VIEWS_BASE_PATH: 'jgsw' }, 'VIEWS_BASE_PATH 要以 / 开头、以 / 结尾'],
    [
      { VIEWS_ORIGINS: 'https://a.gov.cn,b' },
      'VIEWS_ORIGINS 要写成 https://www.example.gov.cn 这样',
    ],
    [{ VIEWS_REQUESTS_A_MINUTE: 'many' }, 'VIEWS_REQUESTS_A_MINUTE 要写 1 以上的数'],
    [{ VIEWS_ORIGINS: 'ftp://a.gov.cn' }, 'VIEWS_ORIGINS 要写成 https://www.example.gov.cn 这样'],
    [{ PORT: '0x50' }, 'PORT 要写 0 到 65535 之间的数，现在写的是「0x50」。'],
    [{ PORT: '1e3' }, 'PORT 要写 0 到 65535 之间的数，现在写的是「1e3」。'],
    [{ PORT: '65536' }, 'PORT 要写 0 到 65535 之间的数，现在写的是「65536」。'],
    [{ VIEWS_TRUST_PROXY: 'nginx' }, 'VIEWS_TRUST_PROXY 里的「nginx」不是代理的地址。'],
  ])('%j are refused', (variables, message) => {
    expect(() => serverSettingsFrom(variables)).toThrow(message);
  });

  test.each([
    [{}],
    // An empty HOST would be the whole network.
    [{ HOST: '', PORT: '', VIEWS_DIST: '', VIEWS_ORIGINS: '', VIEWS_TRUST_PROXY: '' }],
  ])('have defaults: %j', (variables) => {
    expect(serverSettingsFrom(variables)).toEqual({
      dist: 'dist',
      database: '.data/views.db',
      port: 4321,
      hostname: '127.0.0.1',
      trustProxy: [],
      setUp: { basePath: '/', origins: [], requestsAMinute: 600 },
    });
  });

  test('are read', () => {
    const variables = {
      VIEWS_BASE_PATH: '/jgsw/',
      VIEWS_ORIGINS: 'https://a.gov.cn, https://b.gov.cn',
      VIEWS_REQUESTS_A_MINUTE: '60',
    };
    expect(setUpFrom(variables)).toEqual({
      basePath: '/jgsw/',
      origins: ['https://a.gov.cn', 'https://b.gov.cn'],
      requestsAMinute: 60,
    });
    const { trustProxy } = serverSettingsFrom({ VIEWS_TRUST_PROXY: '10.0.0.1, 2001:db8::1' });
    expect(trustProxy).toEqual(['10.0.0.1', '2001:db8::1']);
  });
});
