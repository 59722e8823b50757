/** One address, one owner: everything that has an address is asked for it, and whoever comes second is reported. */
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { attachmentIssues } from './attachment-addresses.ts';
import { columnPath, pagePath, topicPath } from './addresses.ts';
import { isWindowsName } from './address-key.ts';
import type { AddressSources } from './address-sources.ts';
import { createClaims, placeOf } from './claims.ts';
import type { Claims } from './claims.ts';
import { BUREAU_MAY_REPLACE, CONTROL_FILE } from './engine-files.ts';
import { hasRegister, registerPages, registerPath } from './register.ts';
import { oldAddressIssues } from './old-address-issues.ts';

export const takenAddressRule: Rule = {
  id: 'address/taken',
  level: 'stop',
  scope: 'site',
  title: '被占用的地址',
  basis: '一个地址只能有一个页面或文件，后来的会毁掉先来的。',
};

export const reservedNameRule: Rule = {
  id: 'address/reserved-name',
  level: 'stop',
  scope: 'site',
  title: '不能用的名字',
  basis: 'Windows 和主机保留的名字，文件建不了或者读者打不开。',
};

/** The claims of the whole site, and an Issue for each that could not be granted. */
export function checkAddresses(sources: AddressSources): { claims: Claims; issues: Issue[] } {
  const { site, articles, toCome, withdrawn } = sources;
  const claims = createClaims(site, articles, [...toCome, ...withdrawn]);
  const issues = [
    ...columnIssues(claims, sources),
    ...pageIssues(claims, sources),
    ...topicIssues(claims, sources),
    ...attachmentIssues([...articles, ...toCome], sources.linesOf),
    ...publicIssues(claims, sources),
    ...oldAddressIssues(claims, sources),
  ];
  return { claims, issues };
}

function columnIssues(
  claims: Claims,
  { site, columnsFile, lineOfColumn }: AddressSources,
): Issue[] {
  return site.content.columns.flatMap((column, index) => {
    if (column.kind === 'link') return [];
    const place = { file: columnsFile, line: lineOfColumn(index) };
    const report = (rule: Rule, message: string): Issue[] => [
      ruled(rule, { ...place, message, fix: '请换一个 slug。' }),
    ];
    if (!isWindowsName(column.slug)) {
      const message = `栏目地址「${column.slug}」是 Windows 保留的名字，不能建文件夹。`;
      return report(reservedNameRule, message);
    }
    const path = columnPath(site, column);
    const what = `栏目「${column.name}」`;
    const other = claims.add({ path: `${path}index.html`, what, ...place });
    if (other) {
      const message = `${what}的地址「/${path}」已经被${other.what}${placeOf(other)}占用。`;
      return report(takenAddressRule, message);
    }
    if (column.kind !== 'list') return [];
    const feed = claims.add({ path: `${path}feed.xml`, what: `${what}的订阅`, ...place });
    if (feed) {
      const message = `${what}的订阅地址已经被${feed.what}${placeOf(feed)}占用。`;
      return report(takenAddressRule, message);
    }
    const taken = hasRegister(column)
      ? registerPages(site, column).map(({ name }) =>
          claims.add({
            path: `${registerPath(site, column, name)}index.html`,
            what: `${what}的文件目录`,
            ...place,
          }),
        )
      : [];
    const register = taken.find(Boolean);
    if (!register) return [];
    const message = `${what}的文件目录的地址已经被${register.what}${placeOf(register)}占用。`;
    return report(takenAddressRule, message);
  });
}

function pageIssues(claims: Claims, { site }: AddressSources): Issue[] {
  const placed = new Set(site.content.columns.map(({ page }) => page));
  return site.content.pages.flatMap((page) => {
    if (placed.has(page.slug)) return [];
    const path = pagePath(site, page);
    const { file } = page;
    const fix = '请给这个文件换一个名字。';
    if (!isWindowsName(page.slug)) {
      const message = `「${page.slug}」是 Windows 保留的名字，不能建文件夹。`;
      return [ruled(reservedNameRule, { file, message, fix })];
    }
    const what = `单页「${page.title}」`;
    const other = claims.add({ path: `${path}index.html`, what, file });
    if (!other) return [];
    const message = `单页的地址「/${path}」已经被${other.what}${placeOf(other)}占用。`;
    return [ruled(takenAddressRule, { file, message, fix })];
  });
}

/** Those of a later date have their addresses already; nothing may lead there yet. */
function topicIssues(claims: Claims, { site }: AddressSources): Issue[] {
  const { topics, topicsToCome } = site.content;
  return [...topics, ...topicsToCome].flatMap((topic) => {
    const { file, slug, title } = topic;
    const path = topicPath(topic);
    const fix = '请给专题的文件夹（文件）换一个名字。';
    if (!isWindowsName(slug)) {
      const message = `「${slug}」是 Windows 保留的名字，不能建文件夹。`;
      return [ruled(reservedNameRule, { file, message, fix })];
    }
    const isHidden = topicsToCome.includes(topic);
    const what = `专题「${title}」`;
    const other = claims.add({ path: `${path}index.html`, what, file, isHidden });
    if (!other) return [];
    const message = `专题的地址「/${path}」已经被${other.what}${placeOf(other)}占用。`;
    return [ruled(takenAddressRule, { file, message, fix })];
  });
}

/** A file of the bureau's takes no page of the site away, but for those of `BUREAU_MAY_REPLACE`. */
function publicIssues(claims: Claims, { publicFiles, publicFolder }: AddressSources): Issue[] {
  return publicFiles.flatMap((path) => {
    if (BUREAU_MAY_REPLACE.includes(path)) return [];
    const file = `${publicFolder}/${path}`;
    const bad = path.split('/').find((name) => !isWindowsName(name));
    if (bad !== undefined) {
      const message = `「${bad}」这个名字在 Windows 上不能用。`;
      return [ruled(reservedNameRule, { file, message, fix: '请改名。' })];
    }
    const other = claims.add({ path, what: `文件「${path}」`, file });
    const control = path.split('/').find((name) => CONTROL_FILE.test(name));
    if (!other && control === undefined) return [];
    if (!other) {
      const message = `「${control}」是给主机的说明用的名字，读者打不开。`;
      return [ruled(reservedNameRule, { file, message, fix: '请改名，用不到就删掉。' })];
    }
    const isControl = other.path === '_redirects';
    return [
      ruled(takenAddressRule, {
        file,
        message: `这个文件的地址「/${path}」已经被${other.what}${placeOf(other)}占用。`,
        fix: isControl
          ? '旧地址请写在 content/redirects.yaml 里，删掉这个文件。'
          : '请改名，用不到就删掉。',
      }),
    ];
  });
}
