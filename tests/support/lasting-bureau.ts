/** A small bureau whose addresses are recorded, changed by the functions behind the commands. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { siteReader } from '../../src/build/read-site.ts';
import type { Change, Refused, StandingSite } from '../../src/changes/change.ts';
import { stopping } from '../../src/model/issue.ts';
import type { Issue } from '../../src/model/issue.ts';
import { siteOptions } from '../../src/output/options.ts';
import { goneAddresses } from '../../src/site/gone-addresses.ts';
import { recordAddresses } from '../../src/site/ledger/record-addresses.ts';
import { movedAddresses } from '../../src/site/old-addresses.ts';
import { writeTogether } from '../../src/system/write-together.ts';
import { aBureau, aText } from './a-bureau.ts';
import type { Bureau } from './a-bureau.ts';

export const COLUMNS = `- { slug: tz, name: 通知公告 }
- { slug: xw, name: 新闻 }
- { slug: gzdt, name: 工作动态, parent: xw }
`;

const NOW = '2026-11-25 09:00';

export interface LastingBureau extends Bureau {
  standing(): Promise<StandingSite>;
  /** What stops, with the remedy. */
  stops(): Promise<Issue[]>;
  /** Records the addresses, as publishing does. */
  record(): Promise<void>;
  make(act: (standing: StandingSite) => Promise<Change | Refused>): Promise<Change>;
  /** `/old/ → /new/`, and `/gone/ 410`. */
  answers(): Promise<string[]>;
}

export async function aLastingBureau(
  files: Readonly<Record<string, string>> = {},
): Promise<LastingBureau> {
  const bureau = await aBureau({ 'content/columns.yaml': COLUMNS, ...files });
  const { folder } = bureau;
  const roots = { content: join(folder, 'content'), public: join(folder, 'public') };
  const read = () => siteReader(siteOptions({ ...roots, now: NOW }))();
  const standing = async (): Promise<StandingSite> => {
    const { judged } = await read();
    if (!judged) throw new Error('The settings cannot be read');
    return { site: judged.site, hidden: judged.hidden, roots, now: NOW };
  };
  const ledger = { path: join(folder, 'content/addresses.tsv'), file: 'content/addresses.tsv' };
  return {
    ...bureau,
    standing,
    stops: async () => stopping((await read()).issues),
    async record() {
      const done = await recordAddresses((await standing()).site, ledger);
      if ('issues' in done) throw new Error(done.issues.map(({ message }) => message).join());
    },
    async make(act) {
      const change = await act(await standing());
      if ('problem' in change) throw new Error(change.problem);
      await writeTogether(change.files);
      return change;
    },
    async answers() {
      const { site } = await standing();
      return [
        ...movedAddresses(site).map(({ path, to }) => `${path} → ${to}`),
        ...goneAddresses(site).map(({ path }) => `${path} 410`),
      ];
    },
  };
}

/** An article with a file. */
export const A = 'content/articles/2026/20261101-a';
export const PAGE_OF_A = '/tz/202611/20261101-a/';
export const FILES = {
  [`${A}/index.md`]: aText('2026-11-01', ['attachments: [表.txt]']),
  [`${A}/表.txt`]: '甲',
  'content/articles/2026/20261102-b.md': aText('2026-11-02').replace('title: 测试', 'title: 乙'),
  'content/pages/about.md': '---\ntitle: 关于\n---\n\n正文。\n',
  'public/old.pdf': '%PDF-1.4\n%%EOF\n',
};
export const REASON = { reason: '内容有误', date: '2026-11-20' };

/** With every address in its ledger. */
export async function recorded(
  files: Readonly<Record<string, string>> = FILES,
): Promise<LastingBureau> {
  const bureau = await aLastingBureau(files);
  await bureau.record();
  return bureau;
}

/** Changes a file by hand. */
export async function edit(bureau: LastingBureau, file: string, was: string, becomes: string) {
  const path = join(bureau.folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(was);
  await writeFile(path, text.replace(was, becomes));
}
