/** The pictures that site.yaml names must be in `public/`. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, Issue } from '../model/issue.ts';
import { linkKind } from '../model/link-kind.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const sitePictureRule: Rule = {
  id: 'settings/picture',
  level: 'stop',
  scope: 'site',
  title: '网站的标志、图标和二维码',
  basis: '标志、图标和二维码要在 public 文件夹里，网页才显示得出来。',
};

/**
 * @param publicFolder absolute path of public/
 * @param file path of site.yaml as staff see it
 */
export async function checkSiteFiles(
  { emblem, icon, wechat }: SiteConfig,
  publicFolder: string,
  file: string,
  lineOf: (path: YamlPath) => number,
): Promise<Issue[]> {
  const findings: Finding[] = [];
  const named: [path: readonly [string, ...string[]], name: string | undefined][] = [
    [['emblem'], emblem],
    [['icon'], icon],
    [['wechat', 'code'], wechat?.code],
  ];
  for (const [path, name] of named) {
    if (name === undefined) continue;
    const key = path.join('.');
    if (!isBelow(name)) {
      findings.push({
        file,
        line: lineOf(path),
        message: `${key} 写的「${name}」不是 public 文件夹里的文件。`,
        fix: `把图片放进 public 文件夹，这里只写文件名，例如 ${path[0]}.svg。`,
      });
      continue;
    }
    if (await exists(join(publicFolder, name))) continue;
    findings.push({
      file,
      line: lineOf(path),
      message: `${key} 写的「${name}」在 public 文件夹里没有。`,
      fix: `把图片放进 public 文件夹，或删掉${path.length > 1 ? ` ${path[0]} 这几行` : '这一行'}。`,
    });
  }
  return found(sitePictureRule, findings);
}

/** It is written behind the site's base: `/evil.example/a.png` would become an address elsewhere. */
function isBelow(name: string): boolean {
  return linkKind(name) === 'file' && !/\\|^\/|(?:^|\/)\.\.(?:\/|$)/.test(name);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
