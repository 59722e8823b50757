/**
 * What a reader sees who has lost the connection: whose site it is, that the page could not be loaded, and the way to try
 * again. It is one file without anything from elsewhere, since nothing else can be had; its style and script are allowed by
 * their hashes. It shows no text of the site: what was read yesterday may have been withdrawn today.
 */
import { hash } from 'node:crypto';
import { escaped } from './escape.ts';
import type { Site } from './site.ts';
import { palette } from './theme.ts';

export interface OfflinePage {
  html: string;
  contentSecurityPolicy: string;
}

export function offlinePage({ config, labels }: Pick<Site, 'config' | 'labels'>): OfflinePage {
  const style = styleOf(config.colour);
  const name = escaped(config.name);
  const { language, finding } = labels;
  const { title, why, later, retry } = finding.offline;
  return {
    html: [
      '<!doctype html>',
      `<html lang="${language.tag}" dir="${language.direction}">`,
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="robots" content="noindex">',
      `<title>${title} - ${name}</title>`,
      `<style>${style}</style>`,
      `<header>${name}</header>`,
      `<main><h1>${title}</h1><p>${why}</p><p>${later}</p>`,
      // The address of the page that was asked for; it needs no script.
      `<p><a href="">${retry}</a></p></main>`,
      `<script>${SCRIPT}</script>`,
      '</html>',
    ].join('\n'),
    contentSecurityPolicy: [
      "default-src 'none'",
      `style-src '${sourceHash(style)}'`,
      `script-src '${sourceHash(SCRIPT)}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
  };
}

/** 长者模式 as `client/first-paint.js` keeps it, and a try as soon as there is a network. */
const SCRIPT =
  "try{if(localStorage.getItem('reading-mode')==='elder')document.documentElement.style.fontSize='150%'}catch{}" +
  "addEventListener('online',()=>location.reload())";

function styleOf(colour: string): string {
  const [light, dark] = [palette(colour, 'light'), palette(colour, 'dark')];
  return [
    'body{margin:0;background:#fff;color:#1d1b19;font:1.125rem/1.8 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}',
    `header{padding:.875rem 1.25rem;border-bottom:3px solid ${light.bar};font-weight:700}`,
    'main{max-width:34em;margin:0 auto;padding:1.5rem 1.25rem}',
    'h1{margin:0 0 .75rem;font-size:1.625rem;line-height:1.4}',
    'p{margin:.5rem 0}',
    `a{display:inline-block;margin-top:.75rem;padding:.5rem 1.5rem;border-radius:3px;background:${light.bar};color:${light.onBar};text-decoration:none}`,
    `a:focus-visible{outline:3px solid ${light.ink};outline-offset:3px}`,
    '@media screen and (prefers-color-scheme:dark){',
    'body{background:#1b1a19;color:#e9e5df}',
    `header{border-color:${dark.bar}}a{background:${dark.bar}}a:focus-visible{outline-color:${dark.ink}}`,
    '}',
  ].join('');
}

const sourceHash = (text: string): string => `sha256-${hash('sha256', text, 'base64')}`;
