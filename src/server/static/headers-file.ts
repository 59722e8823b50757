/**
 * `_headers`: a path pattern on a line of its own, below it the headers it sets, indented:
 *
 *     /_astro/*
 *       Cache-Control: public, max-age=31536000, immutable
 *       ! X-Frame-Options
 *
 * As on Netlify and Cloudflare Pages: every rule that fits applies, a header set by two rules has
 * both values, `!` takes a header away, and lines that are neither are passed over. So is a value that
 * HTTP cannot carry (a line's end inside, a Chinese letter): it would fail every answer. And so are the headers
 * that say where an answer ends, which are the server's own, and cookies, which this site has none of.
 * https://developers.cloudflare.com/pages/configuration/headers/
 */
import { compilePattern } from './path-pattern.ts';

/** The framing of an answer and of its connection (RFC 9110 §7.6.1): a wrong one cuts pages or joins two answers. */
const OWN = new Set(
  (
    'connection content-encoding content-length content-range keep-alive proxy-authenticate proxy-connection ' +
    'set-cookie set-cookie2 te trailer transfer-encoding upgrade'
  ).split(' '),
);

interface HeaderRule {
  matches: (path: string) => object | undefined;
  set: [name: string, value: string][];
  remove: string[];
}

/** Gives the function that applies the file's rules for a decoded path to an answer's headers. */
export function parseHeaders(text: string): (path: string, headers: Headers) => void {
  const rules = parseRules(text);

  return (path, headers) => {
    const fromFile = new Headers();
    for (const { matches, set, remove } of rules) {
      if (!matches(path)) continue;
      for (const name of remove) {
        fromFile.delete(name);
        headers.delete(name);
      }
      for (const [name, value] of set) fromFile.append(name, value);
    }
    for (const [name, value] of fromFile) headers.set(name, value);
  };
}

function parseRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ matches: compilePattern(trimmed), set: [], remove: [] });
      continue;
    }
    const [, removed] = /^!\s*([\w-]+)$/.exec(trimmed) ?? [];
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(trimmed) ?? [];
    if (removed !== undefined && !OWN.has(removed.toLowerCase()))
      rules.at(-1)?.remove.push(removed);
    else if (name !== undefined && value !== undefined && isSendable(name, value)) {
      rules.at(-1)?.set.push([name, value]);
    }
  }
  return rules;
}

function isSendable(name: string, value: string): boolean {
  if (OWN.has(name.toLowerCase())) return false;
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}
