/** Where a site may be published: what `host` of site.yaml can say. `own` is a machine or a storage of the bureau's own. */
export const HOSTS = ['own', 'cloudflare-pages', 'github-pages', 'gitlab-pages'] as const;

export type Host = (typeof HOSTS)[number];
