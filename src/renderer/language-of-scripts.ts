/**
 * Gives scripts the words of the site's language. They import those of `labels/zh-CN/`; a site of another language is compiled
 * with the modules of the same names in its own folder. No script carries two languages, and none asks at run time.
 */
import type { Plugin } from 'vite';
import { DEFAULT_LANGUAGE } from '../labels/languages.ts';
import type { Language } from '../labels/languages.ts';

const WORDS = `/labels/${DEFAULT_LANGUAGE}/scripts/`;

export function languageOfScripts(language: Language): Plugin {
  return {
    name: 'bureau-press:language-of-scripts',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (language === DEFAULT_LANGUAGE || !source.includes(WORDS)) return null;
      const own = source.replace(WORDS, `/labels/${language}/scripts/`);
      return this.resolve(own, importer, { ...options, skipSelf: true });
    },
  };
}
