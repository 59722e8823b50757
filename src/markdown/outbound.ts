/** Which links lead the reader away from government sites (《互联网政务应用安全管理规定》: the reader is told and asked). */

/** 政务 as a browser writes it in a host. */
const GOVERNMENT = /(?:^|\.)(?:gov\.cn|xn--zfr164b\.cn|xn--zfr164b)$/;

/** What decides whether a host is the site's own or trusted. */
export interface Hosts {
  /** The site's own host, `www.example.gov.cn`. */
  host: string;
  /** Hosts of `site.yaml` that need no warning; each stands for its subdomains as well. */
  allowedHosts: readonly string[];
}

/** Whether a web address leads to neither this site nor a government or allowed one; one that cannot be read does. */
export function isOutbound(address: string, { host, allowedHosts }: Hosts): boolean {
  const url = URL.parse(address, `https://${host}/`);
  if (!url) return true;
  if (url.host === asciiHost(host) || GOVERNMENT.test(url.hostname)) return false;
  return !allowedHosts.some((allowed) => {
    const known = asciiHost(allowed);
    return url.hostname === known || url.hostname.endsWith(`.${known}`);
  });
}

/** Lower case and punycode, as `URL` gives it. */
function asciiHost(host: string): string {
  return URL.parse(`https://${host}/`)?.host ?? host;
}
