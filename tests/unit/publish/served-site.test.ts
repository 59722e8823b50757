import { describe, expect, it } from 'vitest';
import { serverFiles } from '../../../src/publish/server-files.ts';
import { servedSite } from '../../../src/publish/served-site.ts';
import { aSite } from '../../support/a-site.ts';

const nameOf = (url: string) => servedSite(aSite({ config: { url } }), []).name;

describe('the name of a site within a server', () => {
  it('is its address in one word', () => {
    expect(nameOf('https://www.example.gov.cn/')).toBe('site_www_example_gov_cn');
    expect(nameOf('https://example.gov.cn/jgsw/')).toBe('site_example_gov_cn_jgsw');
  });

  it('has a digest where it is long or another address would be called the same', () => {
    const urls = [
      'https://a-b.example.gov.cn/',
      'https://a.b.example.gov.cn/',
      'https://a.b.example.gov.cn/c/',
      'https://a.b.example.gov.cn:8443/',
      'https://a-very-long-name.of-a-bureau.example.gov.cn/one/',
      'https://a-very-long-name.of-a-bureau.example.gov.cn/two/',
      'https://a.cn/%E4%B8%80/',
      'https://a.cn/%E4%BA%8C/',
    ];
    const names = urls.map(nameOf);
    expect(new Set(names).size).toBe(urls.length);
    for (const name of names) expect(name).toMatch(/^site_[a-z0-9_]{1,26}$/);
  });
});

it('endings of old systems are listed once', () => {
  expect(servedSite(aSite(), ['a.jsp', 'b.jsp', 'c.asp', 'd.html']).pages).toEqual(['asp', 'jsp']);
});

it('a site that counts nothing hands no request to a counter', () => {
  const files = Object.values(serverFiles(aSite({ config: { viewCounts: false } }), [])).join('');
  expect(files).not.toMatch(/proxy|upstream|limit_req|api\/views/);
});
