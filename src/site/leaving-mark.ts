/** What marks a link of the templates as leading away from government sites, as `markdown/rehype-resolve.ts` marks those of bodies. */
import { isOutbound } from '../markdown/outbound.ts';
import type { Site } from './site.ts';

/** Attributes for an `<a>`; none when the reader need not be asked. */
export function leavingMark(
  { origin, config }: Site,
  address: string,
): { rel: string; 'data-outbound': true } | Record<string, never> {
  const hosts = { host: new URL(origin).host, allowedHosts: config.allowedHosts };
  return isOutbound(address, hosts)
    ? { rel: 'noopener noreferrer external', 'data-outbound': true }
    : {};
}
