/** Wrong set-up is refused at the start, by the name the operator knows. */
import { describe, expect, test } from 'vitest';
import { serverSettingsFrom } from '../../src/edge/server-settings.ts';
import { checkSetUp, DEFAULT_SET_UP, setUpFrom } from '../../src/edge/set-up.ts';

test.each([
  [{ basePath: 'jgsw' }, 'basePath must begin and end with "/", as "/" or "/jgsw/" do; got "jgsw"'],
  [
    { basePath: '/jgsw' },
    'basePath must begin and end with "/", as "/" or "/jgsw/" do; got "/jgsw"',
  ],
  [
    { origins: ['www.example.gov.cn'] },
    'origins must be like "https://www.example.gov.cn"; got "www.example.gov.cn"',
  ],
  [
    { origins: ['https://www.example.gov.cn/'] },
    'origins must be like "https://www.example.gov.cn"; got "https://www.example.gov.cn/"',
  ],
  [{ requestsAMinute: 0 }, 'requestsAMinute must be a number from 1 on; got "0"'],
  [{ requestsAMinute: Number.NaN }, 'requestsAMinute must be a number from 1 on; got "NaN"'],
])('%j', (wrong, message) => {
  expect(() => checkSetUp({ ...DEFAULT_SET_UP, ...wrong })).toThrow(message);
});

describe('the variables', () => {
  test.each([
    [{ VIEWS_BASE_PATH: 'jgsw' }, 'VIEWS_BASE_PATH must begin and end with "/"'],
    [{ VIEWS_ORIGINS: 'https://a.gov.cn,b' }, 'VIEWS_ORIGINS must be like'],
    [{ VIEWS_REQUESTS_A_MINUTE: 'many' }, 'VIEWS_REQUESTS_A_MINUTE must be a number'],
    [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535; got "65536"'],
    [{ VIEWS_TRUST_PROXY: 'nginx' }, 'VIEWS_TRUST_PROXY must be "loopback" or addresses'],
  ])('%j are refused', (variables, message) => {
    expect(() => serverSettingsFrom(variables)).toThrow(message);
  });

  test('have defaults', () => {
    expect(serverSettingsFrom({})).toEqual({
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
