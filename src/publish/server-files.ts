/** All files of `dist/` that tell a host what to do. None of them is ever sent by a server that follows them. */
import type { Site } from '../site/site.ts';
import { caddyExample, caddySite } from './caddy-files.ts';
import { headersFile } from './headers.ts';
import { nginxExample } from './nginx-example.ts';
import { nginxHttp, nginxServer } from './nginx-files.ts';
import { goneFile, redirectsFile } from './redirects.ts';
import { servedSite } from './served-site.ts';

/** By name. @param fallback paths of the pages at old addresses */
export function serverFiles(
  site: Site,
  fallback: readonly string[],
): Readonly<Record<string, string>> {
  const served = servedSite(site, fallback);
  return {
    _headers: headersFile(site, served.pages),
    _redirects: redirectsFile(served.moved),
    _gone: goneFile(served.gone, served.base),
    'http.nginx': nginxHttp(served),
    'server.nginx': nginxServer(served),
    'example.nginx': nginxExample(served),
    'site.caddy': caddySite(served),
    'example.caddy': caddyExample(served),
  };
}
