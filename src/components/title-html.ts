/**
 * A title as HTML that breaks, where it must, between words (`titles/title-breaks.ts`), and at the spaces between its parts first.
 * The style sheet keeps Han together in titles (`word-break: keep-all`); what may break is marked here with <wbr>, which is
 * no text.
 */
import { writtenIn } from '../labels/written-in.ts';
import type { WrittenIn } from '../labels/written-in.ts';
import type { Site } from '../site/site.ts';
import { escaped } from '../site/escape.ts';
import { termsOfSite } from '../site/site-terms.ts';
import { unbrokenRuns } from '../titles/title-breaks.ts';
import { termsOfArticle } from '../titles/title-terms.ts';
import type { TermIndex, Titled } from '../titles/title-terms.ts';

/** Words in another script than Chinese or Latin have spaces to break at, and parts of their own would lose their order. */
const SPACED = /^\P{Script=Han}*[\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af]\P{Script=Han}*$/u;
/** Longer parts have to break inside anyway. */
const LONGEST_PART = 24;
/**
 * What no line ends within: a short quotation, a short title, the number of a document; and, where a mark would let one or
 * two characters stand alone in the last line, what is before it.
 */
const WHOLE = new RegExp(
  `(${[
    '[从与和在把]?“[^“”]{1,6}”(?!.{1,2}$)',
    '《[^《》]{1,6}》(?!.{1,2}$)',
    '[从与和在把]?(?:“[^“”]{1,4}”|《[^《》]{1,4}》).{1,2}$',
    '〔\\d{4}〕\\d*号?',
    '.{2}[”》）】，：、；—].{1,2}$',
  ].join('|')})`,
  'u',
);
/** What is written otherwise than it stands. */
const MARKED = /[“”《》〔）】，：、；—&<>"]/;

/** What was made of late: a title stands on its own page, in lists, and beside the articles that are related to it. */
const known = new WeakMap<Site, Map<string, string>>();
/** Three megabytes. */
const MOST_KNOWN = 10_000;

/**
 * @param title plain text; what HTML would read as markup is escaped
 * @param article whose words it is not broken within
 */
export function titleHtml(site: Site, title: string, article?: Titled): string {
  const made = known.get(site) ?? new Map<string, string>();
  known.set(site, made);
  const key = article ? [title, article.source, ...(article.keywords ?? [])].join('\0') : title;
  const html =
    made.get(key) ??
    named(
      writtenIn(title, site.config.language),
      SPACED.test(title)
        ? escaped(title)
        : markedTitle(
            title,
            article ? [termsOfSite(site), termsOfArticle(article, title)] : [termsOfSite(site)],
          ),
    );
  if (made.size >= MOST_KNOWN) made.clear();
  made.set(key, html);
  return html;
}

/** Says in which language a title is that is not in the site's. */
function named(own: WrittenIn | undefined, html: string): string {
  if (!own) return html;
  const dir = own.dir ? ` dir="${own.dir}"` : '';
  return `<span lang="${own.lang}"${dir}>${html}</span>`;
}

export function markedTitle(title: string, terms: readonly TermIndex[]): string {
  const parts = title.split(/([ \u3000]+)/);
  const isWhole = parts.length > 1 && parts.every((part) => part.length <= LONGEST_PART);
  if (!isWhole) return partHtml(title, terms);
  const html = parts
    .map((part, index) =>
      index % 2 ? part : `<span class="title-part">${partHtml(part, terms)}</span>`,
    )
    .join('');
  // In a flex box, as buttons and menus are, each part would be an item, and the spaces between items are not shown.
  return `<span>${html}</span>`;
}

function partHtml(part: string, terms: readonly TermIndex[]): string {
  const runs = unbrokenRuns(part, terms);
  return (MARKED.test(part) ? runs.map(runHtml) : runs).join('<wbr>');
}

function runHtml(run: string): string {
  return run
    .split(WHOLE)
    .map((text, index) =>
      index % 2 ? `<span class="unbroken">${escaped(text)}</span>` : escaped(text),
    )
    .join('');
}
