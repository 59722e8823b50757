/** The site's own files for nginx: what goes into its http block, and what into a server block. */
import { CACHE, COUNTER_PATH, EVERY_ANSWER, METHODS, STATUS } from '../answers/answers.ts';
import { isCompressible, isText, UNKNOWN_TYPE } from '../answers/file-types.ts';
import { escapedExpression } from './moved-lines.ts';
import { nginxGoneMap, nginxMap, quoted } from './nginx-map.ts';
import {
  CONTROL_PART,
  DOWNLOADED,
  HASHED,
  PUBLIC_DOT,
  shownEnding,
  typeEndings,
} from './path-expression.ts';
import type { ServedSite } from './served-site.ts';

/** Answers that bring a file, or say that the reader has it. nginx makes a part of a file (206) of a 200 later on. */
const WITH_FILE = '^(?:200|304)';
const DO_NOT_EDIT = '# 由 npm run build 生成，每次生成都会重写，请不要改。用法见 example.nginx。\n';

/**
 * `http.nginx`. One map a header: `add_header` takes it with `always`, and an empty value sends none. What it says depends on
 * the status, since `_astro/…` is to be kept for a year and its absence is not.
 */
export function nginxHttp(site: ServedSite): string {
  const { name, moved, gone, counts, pages } = site;
  const base = escapedExpression(site.base);
  const file = (path: string): string => quoted(`~${WITH_FILE}${base}(?:${path})$`);
  const lines = [
    `map "$status$uri" $${name}_cache {`,
    '  default "";',
    `  "~^(?:${STATUS.absent}|${STATUS.gone})" "${CACHE.absent}";`,
    `  "${file(HASHED)}" "${CACHE.hashed}";`,
    `  "~${WITH_FILE}" "${CACHE.file}";`,
    '}',
    `map "$status$uri" $${name}_disposition {`,
    '  default "";',
    `  "${file(DOWNLOADED).replace('~', '~*')}" attachment;`,
    `  "~*${quoted(`${WITH_FILE}/.*${shownEnding(pages)}`)}" "";`,
    `  "~${WITH_FILE}" attachment;`,
    '}',
    `map $status $${name}_allow {`,
    '  default "";',
    `  ${STATUS.otherMethod} "${METHODS.join(', ')}";`,
    '}',
    ...(counts ? [`limit_req_zone $binary_remote_addr zone=${name}_views:10m rate=50r/s;`] : []),
  ];
  return `${DO_NOT_EDIT}${nginxMap(moved, name)}${nginxGoneMap(gone, name)}${lines.join('\n')}\n`;
}

/** `server.nginx`. All of it is in locations of the base: a server block may hold another site beside it. */
export function nginxServer(site: ServedSite): string {
  const { name, base, counts } = site;
  const below = (path: string): string => `"${quoted(base + path)}"`;
  const bare = base.replace(/\/$/, '');
  const lines = [
    `if ($${name}_moved) { rewrite ^ /.${name}_moved last; }`,
    `location = /.${name}_moved {`,
    '  internal;',
    ...everyAnswer(),
    '  absolute_redirect off;',
    `  return ${STATUS.moved} $${name}_moved;`,
    '}',
    ...gonePages(name),
    ...(bare === ''
      ? []
      : [
          `location = "${quoted(bare)}" {`,
          ...everyAnswer(),
          '  absolute_redirect off;',
          `  return ${STATUS.moved} ${encodeURI(base)}$is_args$args;`,
          '}',
        ]),
    `location ^~ ${below('')} {`,
    // An alias takes the place of the location's own path.
    bare === '' ? `  root $${name}_dist;` : `  alias $${name}_dist/;`,
    '  index index.html;',
    '  autoindex off;',
    '  expires off;',
    '  server_tokens off;',
    '  # 只写路径的跳转，不会把内部端口、http 带给读者。',
    '  absolute_redirect off;',
    `  error_page ${STATUS.absent} ${below('404.html')};`,
    `  error_page 403 =${STATUS.absent} ${below('404.html')};`,
    ...types(site.pages),
    ...everyAnswer(),
    `  add_header Cache-Control $${name}_cache always;`,
    `  add_header Content-Disposition $${name}_disposition always;`,
    `  add_header Allow $${name}_allow always;`,
    `  if ($request_method !~ "^(?:${METHODS.join('|')})$") { return ${STATUS.otherMethod}; }`,
    `  location ~* "${quoted(CONTROL_PART)}" { return ${STATUS.absent}; }`,
    `  location ~ "${quoted(`/\\.(?!${PUBLIC_DOT})`)}" { return ${STATUS.absent}; }`,
    ...(counts ? counter(site) : []),
    '}',
  ];
  return `${DO_NOT_EDIT}${lines.join('\n')}\n`;
}

/** Through a named location: on any other way nginx would ask the server's `if` once more. */
function gonePages(name: string): string[] {
  return [
    `if ($${name}_gone) { rewrite ^ /.${name}_gone last; }`,
    `location = /.${name}_gone {`,
    '  internal;',
    `  error_page ${STATUS.gone} @${name}_gone;`,
    `  return ${STATUS.gone};`,
    '}',
    `location @${name}_gone {`,
    `  root $${name}_dist;`,
    `  rewrite ^ $${name}_gone break;`,
    '  server_tokens off;',
    '  expires off;',
    ...types([]),
    ...everyAnswer(),
    `  add_header Cache-Control $${name}_cache always;`,
    `  add_header Allow $${name}_allow always;`,
    '}',
  ];
}

function everyAnswer(): string[] {
  return Object.entries(EVERY_ANSWER).map(
    ([header, value]) => `  add_header ${header} "${quoted(value)}" always;`,
  );
}

/** The host's own table of types counts no more below the base: it knows neither OFD nor WPS. */
function types(pages: readonly string[]): string[] {
  const all = typeEndings(pages);
  const named = (isWanted: (type: string) => boolean): string =>
    all
      .map(({ type }) => type)
      // Both directives know HTML by themselves, and warn of what is named twice.
      .filter((type) => isWanted(type) && type !== 'text/html')
      .join(' ');
  return [
    '  types {',
    ...all.map(({ type, endings }) => `    ${type} ${endings.join(' ')};`),
    '  }',
    `  default_type ${UNKNOWN_TYPE};`,
    '  charset utf-8;',
    `  charset_types ${named(isText)};`,
    '  gzip on;',
    '  gzip_static on;',
    '  gzip_vary on;',
    '  gzip_proxied any;',
    '  gzip_comp_level 5;',
    '  gzip_min_length 1024;',
    `  gzip_types ${named(isCompressible)};`,
  ];
}

/**
 * The counter bounds each network by itself; what is bounded here is what reaches it. It sends headers of its own: with an
 * `add_header` here, those of the location around it do not count.
 */
function counter({ name, base }: ServedSite): string[] {
  return [
    `  location ^~ "${quoted(base + COUNTER_PATH)}" {`,
    `    proxy_pass http://${name}_views;`,
    '    proxy_http_version 1.1;',
    '    proxy_set_header Connection "";',
    '    proxy_set_header Host $http_host;',
    '    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    '    proxy_set_header X-Forwarded-Host $http_host;',
    '    proxy_hide_header X-Content-Type-Options;',
    '    add_header X-Content-Type-Options nosniff always;',
    '    proxy_connect_timeout 2s;',
    '    proxy_send_timeout 5s;',
    '    proxy_read_timeout 5s;',
    '    client_max_body_size 4k;',
    `    limit_req zone=${name}_views burst=100 nodelay;`,
    '    limit_req_status 429;',
    '  }',
  ];
}
