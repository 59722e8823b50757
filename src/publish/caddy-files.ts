/** The site's own file for Caddy, `site.caddy`, and the example of how it is imported. Tried on 2.6 and written for it. */
import {
  CACHE,
  COUNTER_PATH,
  EVERY_ANSWER,
  METHODS,
  STATUS,
  WELL_KNOWN,
} from '../answers/answers.ts';
import { isCompressible, UNKNOWN_TYPE, withCharset } from '../answers/file-types.ts';
import { caddyGoneMap, caddyMap, caddyRedirects } from './caddy-map.ts';
import { CONTROL_PART, DOWNLOADED, HASHED, shownEnding, typeEndings } from './path-expression.ts';
import type { ServedSite } from './served-site.ts';

/**
 * One `route`, whose lines are taken in their order, and the page for what is not there. Within `handle_path` the base is
 * taken away, so that expressions are those of a site without one.
 */
export function caddySite(site: ServedSite): string {
  const { name, base, moved, gone } = site;
  const bare = base.replace(/\/$/, '');
  const below = `"${base}*"`;
  const block = [
    'route {',
    ...caddyMap(moved, name, gone).map(tabbed),
    ...caddyGoneMap(gone, name).map(tabbed),
    ...caddyRedirects(name, headers()).map(tabbed),
    `\t@${name}_ended expression \`{${name}_gone} != ""\``,
    `\terror @${name}_ended "${name}" ${STATUS.gone}`,
    ...(bare === ''
      ? []
      : [
          `\t@${name}_bare path "${bare}"`,
          `\thandle @${name}_bare {`,
          ...headers().map((line) => `\t\t${line}`),
          `\t\tredir * ${encodeURI(base)}{${name}_query} ${STATUS.moved}`,
          '\t}',
        ]),
    ...(site.counts ? counter(site) : []),
    bare === '' ? '\thandle {' : `\thandle_path ${below} {`,
    '\t\troute {',
    ...headers().map((line) => `\t\t\t${line}`),
    ...files(site).map((line) => `\t\t\t${line}`),
    '\t\t}',
    '\t}',
    '}',
    'handle_errors {',
    // Elsewhere on its host only where the operator's own file says so, by this word.
    `\t@${name}_absent expression \`{http.error.status_code} == ${STATUS.absent} && ({http.request.uri.path}.startsWith(${below.replace('*', '')}) || {http.error.message} == "${name}")\``,
    ...pageInPlace(`${name}_absent`, '/404.html'),
    `\t@${name}_ended expression \`{http.error.status_code} == ${STATUS.gone} && {http.error.message} == "${name}"\``,
    ...pageInPlace(`${name}_ended`, `{${name}_gone}`),
    '}',
  ];
  return `# 由 npm run build 生成，每次生成都会重写，请不要改。用法见 example.caddy。\n${block.join('\n')}\n`;
}

/** A page in the place of what was asked for. */
function pageInPlace(matcher: string, page: string): string[] {
  return [
    `\thandle @${matcher} {`,
    ...headers().map((line) => `\t\t${line}`),
    `\t\theader Cache-Control "${CACHE.absent}"`,
    `\t\theader Content-Type "${withCharset('text/html')}"`,
    '\t\theader -Content-Disposition',
    // Conditions and ranges are about what was asked for, not about this page in its place.
    ...ABOUT_ASKED.map((header) => `\t\trequest_header -${header}`),
    `\t\trewrite * ${page}`,
    '\t\tfile_server {',
    '\t\t\tdisable_canonical_uris',
    '\t\t}',
    '\t}',
  ];
}

const ABOUT_ASKED =
  'Range If-Range If-Match If-None-Match If-Modified-Since If-Unmodified-Since'.split(' ');

function headers(): string[] {
  const each = Object.entries(EVERY_ANSWER);
  return ['header {', ...each.map(([name, value]) => `\t${name} "${value}"`), '}'];
}

/** What a file says of itself is said only where it is there: an answer that has no file keeps what was said before. */
function files({ name, pages }: ServedSite): string[] {
  const known = typeEndings(pages);
  const compressed = known.filter(({ type }) => isCompressible(type));
  const types = known.map(
    ({ type, endings }) => `\t"~(?i)^\\.(?:${endings.join('|')})$" "${withCharset(type)}"`,
  );
  return [
    `@${name}_hidden {`,
    `\tpath_regexp ${name}_hidden "/\\."`,
    `\tnot path_regexp ${name}_public "^/${WELL_KNOWN.replace('.', '\\.')}(?:/[^./][^/]*)+/?$"`,
    '}',
    `error @${name}_hidden ${STATUS.absent}`,
    `@${name}_control path_regexp ${name}_control "(?i)${CONTROL_PART}"`,
    `error @${name}_control ${STATUS.absent}`,
    `@${name}_method not method ${METHODS.join(' ')}`,
    `header @${name}_method Allow "${METHODS.join(', ')}"`,
    `respond @${name}_method ${STATUS.otherMethod}`,
    `map {http.request.uri.path.file.ext} {${name}_type} {`,
    ...types,
    `\tdefault "${UNKNOWN_TYPE}"`,
    '}',
    // A folder's index.html is known to Caddy.
    `@${name}_file {`,
    '\tfile {path}',
    '\tnot path */',
    '}',
    `header @${name}_file Content-Type {${name}_type}`,
    `@${name}_there file {path} {path}index.html`,
    `header @${name}_there Cache-Control "${CACHE.file}"`,
    `@${name}_hashed {`,
    '\tfile {path}',
    `\tpath_regexp ${name}_hashed "^/(?:${HASHED})$"`,
    '}',
    `header @${name}_hashed Cache-Control "${CACHE.hashed}"`,
    `@${name}_offered {`,
    '\tfile {path}',
    '\tnot path */',
    `\tnot path_regexp ${name}_shown "(?i)${shownEnding(pages)}"`,
    '}',
    `header @${name}_offered Content-Disposition attachment`,
    `@${name}_text {`,
    '\tfile {path}',
    `\tpath_regexp ${name}_text "(?i)^/${DOWNLOADED}$"`,
    '}',
    `header @${name}_text Content-Disposition attachment`,
    // Caddy's own redirect from a folder loses the query; two slashes in front would name another host.
    `map {http.request.orig_uri} {${name}_folder} {`,
    '\t"~^/+([^?]*)([?].*)?$" "/${1}/${2}"',
    '}',
    `@${name}_folder {`,
    '\tfile {path}/index.html',
    '\tnot path */',
    '}',
    `redir @${name}_folder {${name}_folder} ${STATUS.moved}`,
    'encode zstd gzip {',
    '\tminimum_length 1024',
    '\tmatch {',
    ...compressed.map(({ type }) => `\t\theader Content-Type "${type}*"`),
    '\t}',
    '}',
    'file_server {',
    '\tindex index.html',
    '\tprecompressed br gzip',
    '}',
  ];
}

/** The counter sends headers of its own, and bounds each network. */
function counter({ name, base }: ServedSite): string[] {
  const path = base + COUNTER_PATH;
  return [
    `\t@${name}_counter path "${path}" "${path}/*"`,
    `\thandle @${name}_counter {`,
    '\t\trequest_body {',
    '\t\t\tmax_size 4KB',
    '\t\t}',
    `\t\treverse_proxy {$${name.toUpperCase()}_VIEWS:127.0.0.1:4321}`,
    '\t}',
  ];
}

/** `example.caddy`: a whole Caddyfile to be copied. */
export function caddyExample({ name, origin, base, counts }: ServedSite): string {
  const { hostname } = new URL(origin);
  const folder = '/opt/bureau-press/dist';
  return [
    '# Caddy 的配置样子。抄进 /etc/caddy/Caddyfile，改标着【改】的几行，再检查、生效：',
    '#   caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile && systemctl reload caddy',
    '# 旧地址有增减时，再运行一次 systemctl reload caddy。',
    ...(counts
      ? [
          '# 浏览次数由 npm run serve -- --trust-proxy loopback 统计；不在本机 4321 端口的，',
          `# 给 Caddy 设环境变量 ${name.toUpperCase()}_VIEWS，例如 127.0.0.1:4322。`,
        ]
      : []),
    '',
    '# 【改】域名。只写域名的，证书由 Caddy 自己申请；不用 HTTPS 的写 http://域名。',
    `${hostname} {`,
    '\t# 【改】自己有证书的，去掉下一行的「#」，写证书的路径。',
    '\t# tls /etc/caddy/cert.pem /etc/caddy/cert.key',
    '\t# 【改】网站的文件夹：两处，写 dist 的完整路径。',
    `\troot * ${folder}`,
    `\timport ${folder}/site.caddy`,
    ...(base === '/'
      ? []
      : [
          `\t# 【改】网站只在 ${base} 下面。这个域名的别处有别的网站的，删掉下面两行，上面的「root *」改成「root ${base}*」。`,
          `\tredir / ${encodeURI(base)} 302`,
          `\terror "${name}" ${STATUS.absent}`,
        ]),
    '}',
    '',
  ].join('\n');
}

function tabbed(line: string): string {
  return `\t${line}`;
}
