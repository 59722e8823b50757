/** Addresses of a route's pages from their params, as Astro makes them: of 100,000, what its own way costs is felt. */
import type { RouteData } from 'astro';

type Params = Readonly<Record<string, string | undefined>>;

/** What Astro writes otherwise than it stands: not NFC, or a sign that an address gives a meaning. */
const CHANGES = /[#?]|[^\0-\x7F]/;

/** @returns gives the pathname for params; throws for one that is missing */
export function routePath(
  { segments, type, route }: RouteData,
  trailingSlash: 'always' | 'never' | 'ignore',
): (params: Params) => string {
  const isFile = type === 'endpoint' && /\.\w+$/.test(route);
  const end = trailingSlash === 'always' && !isFile && segments.length > 0 ? '/' : '';
  return (params) => {
    let path = '';
    for (const segment of segments) {
      let text = '';
      for (const part of segment) {
        if (!part.dynamic) text += part.content;
        else {
          const name = part.spread ? part.content.slice(3) : part.content;
          const value = params[name];
          if (value === undefined && !part.spread) throw new TypeError(`${route} needs ${name}`);
          text += escaped(value ?? '');
        }
      }
      if (text !== '') path += `/${text}`;
    }
    return path + end || '/';
  };
}

function escaped(value: string): string {
  const trimmed =
    value.startsWith('/') || value.endsWith('/') ? value.replaceAll(/^\/+|\/+$/g, '') : value;
  return CHANGES.test(trimmed)
    ? trimmed.normalize().replaceAll('#', '%23').replaceAll('?', '%3F')
    : trimmed;
}
