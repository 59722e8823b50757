/** The marks (标识) that every page of a government site carries, as text and links. */
import type { Site } from './site.ts';

export interface Mark {
  text: string;
  href: string | undefined;
}

/** 我为政府网站找错, with the page that the reader is looking at. */
export function reportMistakeUrl(site: Site, pageUrl: string): string {
  const url = new URL('https://zfwzgl.www.gov.cn/exposure/jiucuo.html');
  url.searchParams.set('site_code', site.config.identifier);
  url.searchParams.set('url', pageUrl);
  return url.href;
}

/** The address of 党政机关网站标识, when the bureau has one. */
export function authorityMark(site: Site): string | undefined {
  const { authorityMark: id } = site.config;
  return id ? `https://bszs.conac.cn/sitename?method=show&id=${id}` : undefined;
}

/** 网站标识码, ICP备案号, 公安备案号: in Chinese whatever the site's language, as they are registered. */
export function registrations(site: Site): Mark[] {
  const { identifier, icp, police } = site.config;
  return [
    { text: `网站标识码：${identifier}`, href: undefined },
    ...(icp ? [{ text: icp, href: 'https://beian.miit.gov.cn/' }] : []),
    ...(police
      ? [
          {
            text: police.text,
            href: `https://www.beian.gov.cn/portal/registerSystemInfo?recordcode=${police.code}`,
          },
        ]
      : []),
  ];
}
