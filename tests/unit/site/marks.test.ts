import { describe, expect, it } from 'vitest';
import { authorityMark, registrations, reportMistakeUrl } from '../../../src/site/marks.ts';
import { aSite } from '../../support/a-site.ts';

it('我为政府网站找错 gets the code of the site and the encoded address of the page', () => {
  expect(reportMistakeUrl(aSite(), 'https://www.example.gov.cn/search/?q=机关 事务&a=1')).toBe(
    'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=0065000099&url=' +
      'https%3A%2F%2Fwww.example.gov.cn%2Fsearch%2F%3Fq%3D%E6%9C%BA%E5%85%B3+%E4%BA%8B%E5%8A%A1%26a%3D1',
  );
});

describe('党政机关网站标识', () => {
  it('leads to its page at the authority', () => {
    const id = '0123456789ABCDEF0123456789ABCDEF';
    expect(authorityMark(aSite({ config: { authorityMark: id } }))).toBe(
      `https://bszs.conac.cn/sitename?method=show&id=${id}`,
    );
  });

  it('is not there when the bureau has none', () => {
    expect(authorityMark(aSite())).toBeUndefined();
  });
});

describe('the registrations', () => {
  const identifier = { text: '网站标识码：0065000099', href: undefined };
  const icp = '示ICP备00000000号-1';
  const police = { text: '示公网安备 00000000000000号', code: '00000000000000' };
  const icpMark = { text: icp, href: 'https://beian.miit.gov.cn/' };
  const policeMark = {
    text: police.text,
    href: 'https://www.beian.gov.cn/portal/registerSystemInfo?recordcode=00000000000000',
  };

  it.each([
    ['the identifier alone', {}, [identifier]],
    ['the ICP number', { icp }, [identifier, icpMark]],
    ['the police number', { police }, [identifier, policeMark]],
    ['all of them', { icp, police }, [identifier, icpMark, policeMark]],
  ])('are those that the bureau has: %s', (_, config, marks) => {
    expect(registrations(aSite({ config }))).toEqual(marks);
  });
});
