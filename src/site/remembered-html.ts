/** HTML that is the same on every page of a site, so that it is rendered once. */
import { currentSite } from './current-site.ts';
import type { Site } from './site.ts';

const bySite = new WeakMap<Site, Map<string, Promise<string>>>();

/** What `render` gives when it is first asked for under this name. */
export function rememberedHtml(name: string, render: () => Promise<string>): Promise<string> {
  const { site } = currentSite();
  const known = bySite.get(site) ?? new Map<string, Promise<string>>();
  bySite.set(site, known);
  const html = known.get(name) ?? render();
  known.set(name, html);
  return html;
}
