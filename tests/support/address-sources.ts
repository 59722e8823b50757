/** A site with the lines on which its addresses stand, as reading it would give them. */
import type { Issue } from '../../src/model/issue.ts';
import type { AddressSources } from '../../src/site/address-sources.ts';
import { checkAddresses } from '../../src/site/check-addresses.ts';
import type { Site } from '../../src/site/site.ts';
import { aSite } from './a-site.ts';

/** What a test says of a site. */
export type SiteParts = NonNullable<Parameters<typeof aSite>[0]>;

/** What is said of the addresses of a site. */
export function addressIssues(parts: SiteParts, change: Partial<AddressSources> = {}): Issue[] {
  return checkAddresses(sourcesOf(aSite(parts), change)).issues;
}

/** Level where it does not stop, place, message, remedy. */
export function printedIssue({ level, file, line, message, fix }: Issue): string[] {
  const place = line === undefined ? file : `${file}:${line}`;
  return [...(level === 'stop' ? [] : [level]), place, message, fix];
}

/** An item of a list is on the line of its place there: the first alias on 11, the first redirect on 1 and 2. */
export function sourcesOf(site: Site, change: Partial<AddressSources> = {}): AddressSources {
  return {
    site,
    articles: site.content.articles,
    toCome: [],
    drafts: [],
    expired: [],
    withdrawn: site.content.withdrawn,
    unread: new Set(),
    publicFiles: site.content.publicFiles,
    publicFolder: 'public',
    columnsFile: 'content/columns.yaml',
    redirectsFile: 'content/redirects.yaml',
    linesOf: ({ aliases = [], attachments = [] }) =>
      Object.fromEntries([
        ...aliases.map((_, index) => [`aliases/${index}`, 11 + index] as const),
        ...attachments.map((_, index) => [`attachments/${index}`, 21 + index] as const),
      ]),
    lineOfColumn: (index) => index + 1,
    lineOfRedirect: (index, key) => index * 2 + (key === 'from' ? 1 : 2),
    ...change,
  };
}
