/** Old addresses → new ones as hosts read them: `_redirects`, maps for nginx and Caddy, and pages that need neither. */
import { STATUS } from '../answers/answers.ts';
import type { Labels } from '../labels/labels.ts';
import { escaped } from '../site/escape.ts';
import type { OldAddress } from '../model/old-address.ts';
import type { Answered } from './moved-lines.ts';
import { encodedPath } from '../site/redirect-target.ts';

/** Netlify's and Cloudflare's format, which other hosts read too; a query as Netlify writes it, which others pass over. */
export function redirectsFile(moved: readonly Answered[]): string {
  return rules(moved, String(STATUS.moved));
}

/**
 * `_gone`: what answers 410, each with the page that says so, in Netlify's format; `!` puts it before the page that lies there.
 * Not part of `_redirects`: Cloudflare's Workers refuse a publication for a status that they do not know, its Pages pass the
 * line over, and GitLab counts it among the thousand that it reads.
 * https://github.com/cloudflare/workers-sdk/blob/main/packages/workers-shared/utils/configuration/parseRedirects.ts
 * https://github.com/alphagov/govuk-design-system/pull/5592
 */
export function goneFile(gone: readonly Answered[], base: string): string {
  const pages = gone.map((each) => ({ ...each, to: encodeURI(base) + each.to }));
  return rules(pages, `${STATUS.gone}!`);
}

function rules(moved: readonly Answered[], status: string): string {
  const asked = moved.filter(({ query }) => query !== undefined);
  const plain = moved.filter(({ query }) => query === undefined);
  const lines = [
    // The first line that fits counts, and without a query a line fits any.
    ...asked.map((each) => `${encodedPath(each.path)} ${parameters(each).join(' ')} ${each.to}`),
    ...plain.map(({ path, to }) => `${encodedPath(path)} ${to}`),
  ];
  return lines.map((line) => `${line} ${status}\n`).join('');
}

function parameters({ query = '' }: OldAddress): string[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
      return `${encodedValue(name)}=${encodedValue(value)}`;
    });
}

function encodedValue(text: string): string {
  return text.replaceAll(/%[\da-f]{2}|[^%]+|%/gi, (piece) =>
    /^%./.test(piece) ? piece : encodeURIComponent(piece).replaceAll('*', '%2A'),
  );
}

/** An old address as a browser sends it, with its query. */
export function requestAddress({ path, query }: OldAddress): string {
  if (query === undefined) return encodedPath(path);
  const { search } = new URL(`http://host/?${query}`);
  return encodedPath(path) + search;
}

/**
 * The page at an old address for hosts that redirect nothing: a canonical link and a refresh.
 * @param url absolute address of the new page
 */
export function redirectPage({ language, withdrawn }: Labels, url: string): string {
  // No tree of elements: that takes fifty times as long, and there may be one for each article.
  const address = escaped(url);
  return [
    '<!doctype html>',
    `<html lang="${language.tag}"${language.direction === 'rtl' ? ' dir="rtl"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="refresh" content="0; url=${address}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${withdrawn.moved}</title>`,
    `<link rel="canonical" href="${address}">`,
    '</head>',
    '<body>',
    `<p>${withdrawn.movedTo}<a href="${address}">${address}</a></p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
