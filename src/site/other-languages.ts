/** The sites of the same bureau in other languages. */
import { DEFAULT_LANGUAGE } from '../labels/languages.ts';
import { writtenIn } from '../labels/written-in.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { absoluteUrl } from './addresses.ts';
import type { Site } from './site.ts';

export type OtherSite = SiteConfig['otherLanguages'][number];

/** What a site's language is called by machines, and how it is read: as staff wrote it, or by the letters of its name. */
export function languageOfSite({ name, lang }: OtherSite): {
  lang: string | undefined;
  dir: 'ltr' | 'rtl';
} {
  // Of every script but Latin it is known; asked from a page of either direction.
  const own = writtenIn(name, 'ug') ?? writtenIn(name, 'zh-CN');
  return { lang: lang ?? own?.lang, dir: own?.dir ?? 'ltr' };
}

/** Whether a machine has to be told the language: who speaks Chinese alone leaves nobody in doubt. */
export function isOneOfSeveral({ config }: Pick<Site, 'config'>): boolean {
  return config.language !== DEFAULT_LANGUAGE || config.otherLanguages.length > 0;
}

/** For the home page: this site and the others, each by its language; none where there are no others. */
export function alternates(site: Site): { lang: string; url: string }[] {
  const others = site.config.otherLanguages.flatMap((other) => {
    const { lang } = languageOfSite(other);
    return lang === undefined ? [] : [{ lang, url: other.url }];
  });
  if (others.length === 0) return [];
  return [{ lang: site.labels.language.tag, url: absoluteUrl(site, '') }, ...others];
}
