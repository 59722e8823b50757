/** What hosts of static sites can hold, and what of a built site goes beyond it. */
import type { Host } from '../model/hosts.ts';

/** What was built. */
export interface SiteSize {
  files: number;
  /** All folders, those within folders too. */
  folders: number;
  bytes: number;
  largest: { path: string; bytes: number };
  /** Lines of `_redirects` that every host reads: those without a query. */
  redirects: number;
  /** Bytes of `_redirects`. */
  redirectBytes: number;
  headerRules: number;
}

interface Limits {
  /** What it is called by whoever runs it. */
  label: string;
  files?: number;
  /** Files and folders together. */
  entries?: number;
  bytes?: number;
  fileBytes?: number;
  redirects?: number;
  redirectBytes?: number;
  headerRules?: number;
}

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/** As their documents said it on 2026-11-26. Hosts of which no such document was found have no line here. */
const LIMITS: Readonly<Record<Exclude<Host, 'own'>, Limits>> = {
  // https://developers.cloudflare.com/pages/platform/limits/ (files, size of a file, header rules) and
  // https://developers.cloudflare.com/pages/configuration/redirects/; 100,000 files where it is paid for:
  // https://developers.cloudflare.com/changelog/post/2026-01-23-pages-file-limit-increase/
  'cloudflare-pages': {
    label: 'Cloudflare Pages（免费版）',
    files: 20_000,
    fileBytes: 25 * MIB,
    redirects: 2_000,
    headerRules: 100,
  },
  // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
  'github-pages': { label: 'GitHub Pages', bytes: GIB },
  // https://gitlab.com/gitlab-org/gitlab/-/issues/405048 (size), …/issues/500273 (entries, with folders and links);
  // https://docs.gitlab.com/ee/user/project/pages/redirects.html#create-redirects, …/gitlab-pages/-/merge_requests/362:
  // beyond these, none of the redirects is followed.
  'gitlab-pages': {
    label: 'GitLab Pages',
    entries: 200_000,
    bytes: GIB,
    redirects: 1_000,
    redirectBytes: 64 * 1024,
  },
};

/** A host that cannot take the site, and why: each reason says how much there is and how much it takes. */
export interface TooLarge {
  label: string;
  reasons: string[];
}

/** Counts what a build has. @param sizes in bytes, by path in `dist/` */
export function siteSize(
  sizes: Iterable<readonly [path: string, bytes: number]>,
  { _headers = '', _redirects = '' }: Readonly<Record<string, string>>,
): SiteSize {
  const folders = new Set<string>();
  const largest = { path: '', bytes: 0 };
  let files = 0;
  let bytes = 0;
  for (const [path, size] of sizes) {
    files += 1;
    bytes += size;
    if (size > largest.bytes) Object.assign(largest, { path, bytes: size });
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return {
    files,
    folders: folders.size,
    bytes,
    largest,
    redirects: _redirects.match(/^\S+ \S+ \d+$/gm)?.length ?? 0,
    redirectBytes: Buffer.byteLength(_redirects),
    headerRules: _headers.match(/^\//gm)?.length ?? 0,
  };
}

/**
 * The hosts that cannot take a site: the named one, or any where none is named.
 * @param host as site.yaml names it; `own` takes everything
 */
export function tooLargeFor(size: SiteSize, host: Host | undefined): TooLarge[] {
  if (host === 'own') return [];
  const asked = host === undefined ? Object.values(LIMITS) : [LIMITS[host]];
  return asked
    .map((limits) => ({ label: limits.label, reasons: reasons(size, limits) }))
    .filter(({ reasons: found }) => found.length > 0);
}

function reasons(size: SiteSize, limits: Limits): string[] {
  const count = (what: string, found: number, most: number | undefined): string[] =>
    most !== undefined && found > most ? [`${what} ${grouped(found)}，最多 ${grouped(most)}`] : [];
  const volume = (what: string, found: number, most: number | undefined): string[] =>
    most !== undefined && found > most ? [`${what} ${inUnits(found)}，最多 ${inUnits(most)}`] : [];
  return [
    ...count('文件数', size.files, limits.files),
    ...count('文件和文件夹数', size.files + size.folders, limits.entries),
    ...volume('总大小', size.bytes, limits.bytes),
    ...volume(`最大的文件 ${size.largest.path}`, size.largest.bytes, limits.fileBytes),
    ...count('旧地址数', size.redirects, limits.redirects),
    ...volume('旧地址的表', size.redirectBytes, limits.redirectBytes),
    ...count('响应头规则数', size.headerRules, limits.headerRules),
  ];
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** Rounded up where it is found, so that it is never the limit itself. */
function inUnits(bytes: number): string {
  const [size, unit] = bytes >= GIB ? [GIB, 'GB'] : bytes >= MIB ? [MIB, 'MB'] : [1024, 'kB'];
  return `${Math.ceil((bytes / size) * 100) / 100} ${unit}`;
}
