/** A bureau's archive that changes as an archive does, one random edit at a time, from a seed. */
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { articleText, writeCorpus } from '../../support/corpus.ts';
import type { Corpus } from '../../support/corpus.ts';
import { asDocument, makePolicyColumn, writeInterpretation } from './history-documents.ts';
import { writeTopic } from './history-topics.ts';
import { seededRandom } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';

export interface History {
  corpus: Corpus;
  /** Makes an edit and says what it was. */
  edit(): Promise<string>;
}

type Edit = (archive: Archive) => Promise<string>;

interface Archive {
  random: Random;
  content: string;
  files: string[];
  edits: number;
  removed: Map<string, string>;
}

export async function startHistory(folder: string, count: number, seed: number): Promise<History> {
  const corpus = await writeCorpus(folder, count);
  await makePolicyColumn(corpus.content);
  const random = seededRandom(seed);
  const archive: Archive = {
    random,
    content: corpus.content,
    files: [...corpus.files],
    edits: 0,
    removed: new Map(),
  };
  // Each kind at least once, then whatever comes.
  const first = [...EDITS];
  return {
    corpus,
    async edit() {
      archive.edits += 1;
      await rm(ledgerOf(archive), { force: true });
      const edit = first.pop() ?? random.pick(EDITS);
      return edit(archive);
    },
  };
}

const EDITS: readonly Edit[] = [
  async function newToday(archive) {
    const file = join(archive.content, `articles/2026/20261124-n${archive.edits}.md`);
    await put(file, articleText(archive.random, '2026-11-24'));
    archive.files.push(file);
    return `new today ${file}`;
  },
  async function newInThePast(archive) {
    const file = join(archive.content, `articles/2011/20110615-p${archive.edits}.md`);
    await put(file, articleText(archive.random, '2011-06-15'));
    archive.files.push(file);
    return `new in the past ${file}`;
  },
  async function body(archive) {
    return change(archive, (text) => `${text}\n补充第${archive.edits}段。\n`);
  },
  async function title(archive) {
    return change(archive, (text) =>
      text.replace(/^title: .*/m, `title: 改了${archive.edits}次的标题`),
    );
  },
  async function touch(archive) {
    const file = archive.random.pick(archive.files);
    const now = new Date();
    await utimes(file, now, now);
    return `touched ${file}`;
  },
  async function pin(archive) {
    return change(archive, (text) =>
      text.includes('pinned:')
        ? text.replace(/^pinned: .*\n/m, '')
        : text.replace(/^source:/m, 'pinned: true\nsource:'),
    );
  },
  async function moveColumn(archive) {
    const column = archive.random.pick(['gzdt', 'dfdt', 'tzgg', 'zcfg', 'ggjn', 'gwyc']);
    return change(archive, (text) => text.replace(/^category: .*/m, `category: ${column}`));
  },
  async function redate(archive) {
    const index = archive.random.between(0, archive.files.length - 1);
    const file = archive.files[index] ?? '';
    const text = await readFile(file, 'utf8');
    const name = `20190312-r${archive.edits}.md`;
    const moved = join(archive.content, 'articles/2019', name);
    await put(moved, text.replace(/^date: .*/m, 'date: 2019-03-12'));
    await rm(file);
    archive.files[index] = moved;
    return `re-dated ${file}`;
  },
  async function remove(archive) {
    const index = archive.random.between(0, archive.files.length - 1);
    const [file = ''] = archive.files.splice(index, 1);
    archive.removed.set(file, await readFile(file, 'utf8'));
    await rm(file);
    return `removed ${file}`;
  },
  async function addAgain(archive) {
    const [[file, text] = ['', '']] = archive.removed;
    if (!file) return 'nothing to add again';
    archive.removed.delete(file);
    await put(file, text);
    archive.files.push(file);
    return `added again ${file}`;
  },
  async function draft(archive) {
    return change(archive, (text) =>
      text.includes('draft:')
        ? text.replace(/^draft: .*\n/m, '')
        : text.replace(/^source:/m, 'draft: true\nsource:'),
    );
  },
  async function alias(archive) {
    return change(archive, (text) =>
      text.includes('aliases:')
        ? text.replace(/^aliases: .*\n/m, '')
        : text.replace(/^source:/m, `aliases: [/old/${archive.edits}.shtml]\nsource:`),
    );
  },
  async function correct(archive) {
    const line = `corrections: [{ date: 2026-11-24, note: 第${archive.edits}次更正 }]\n`;
    return change(archive, (text) =>
      text.replace(/^corrections: .*\n/m, '').replace(/^source:/m, `${line}source:`),
    );
  },
  async function withdraw(archive) {
    return change(archive, (text) =>
      text.includes('withdrawn:')
        ? text.replace(/^withdrawn: .*\n/m, '')
        : text.replace(/^source:/m, 'withdrawn: { date: 2026-11-24, reason: 有误 }\nsource:'),
    );
  },
  async function document(archive) {
    return change(archive, (text) => asDocument(text, archive.edits, archive.random));
  },
  async function interpretation({ content, random }) {
    return writeInterpretation(content, random);
  },
  async function formerName(archive) {
    const shown = await Promise.all(archive.files.map((file) => readFile(file, 'utf8')));
    const file = archive.files.find((_, index) => !shown[index]?.includes('draft:')) ?? '';
    const [id = ''] = file
      .replace(/\/index\.md$|\.md$/, '')
      .split('/')
      .slice(-1);
    const line = `/former/202611/${id}/\t20190101-former${archive.edits}`;
    await writeFile(ledgerOf(archive), `${line}\n`);
    return `${id} had another name`;
  },
  async function picture(archive) {
    const folder = join(archive.content, `articles/2026/20261123-pic`);
    const file = join(folder, 'index.md');
    const shade = archive.random.between(0, 255);
    await mkdir(folder, { recursive: true });
    await sharp({
      create: { width: 700, height: 400, channels: 3, background: { r: shade, g: 90, b: 60 } },
    })
      .jpeg()
      .toFile(join(folder, '1.jpg'));
    await writeFile(join(folder, '附件.docx'), `PK${'x'.repeat(shade)}`);
    const text = articleText(archive.random, '2026-11-23').replace(
      'category:',
      'attachments: [{ file: 附件.docx, title: 表 }]\ncategory:',
    );
    if (!(await exists(file))) await writeFile(file, `${text}\n![图](1.jpg)\n`);
    return `picture and attachment changed to ${shade}`;
  },
  async function columnName(archive) {
    const file = join(archive.content, 'columns.yaml');
    const text = await readFile(file, 'utf8');
    const slug = archive.random.pick(['gzdt', 'ggjn', 'xwzx']);
    const named = new RegExp(`(slug: ${slug}, name: )[^,}]+`);
    await writeFile(file, text.replace(named, `$1栏目名${archive.edits} `));
    return `column ${slug} renamed`;
  },
  async function columnsOfOneName(archive) {
    const file = join(archive.content, 'columns.yaml');
    const text = await readFile(file, 'utf8');
    const name = /slug: gzdt, name: ([^,}]+)/.exec(text)?.[1] ?? '';
    const slug = archive.random.pick(['ggjn', 'hqfw']);
    await writeFile(file, text.replace(new RegExp(`(slug: ${slug}, name: )[^,}]+`), `$1${name}`));
    return `column ${slug} called as gzdt is`;
  },
  async function host(archive) {
    const file = join(archive.content, 'site.yaml');
    const text = await readFile(file, 'utf8');
    const url = `https://host${archive.edits}.example.gov.cn/`;
    await writeFile(file, text.replace(/^url: .*/m, `url: ${url}`));
    return `host ${url}`;
  },
  async function site(archive) {
    const file = join(archive.content, 'site.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/^description: .*/m, `description: 第${archive.edits}次改的简介`),
    );
    return 'site.yaml changed';
  },
  async function redirects(archive) {
    const file = join(archive.content, 'redirects.yaml');
    await writeFile(file, `- { from: /old/column-${archive.edits}.html, to: /xwzx/gzdt/ }\n`);
    return 'redirects changed';
  },
  async function topic(archive) {
    const slug = await writeTopic(archive.content, archive.edits);
    const changed = await change(archive, (text) =>
      text.includes('keywords:') ? text : text.replace(/^source:/m, 'keywords: 专题\nsource:'),
    );
    return `${slug}, ${changed}`;
  },
];

/** It stands for one edit: the next one may take the article away. */
function ledgerOf({ content }: Archive): string {
  return join(content, 'addresses.tsv');
}

async function change(archive: Archive, edit: (text: string) => string): Promise<string> {
  const file = archive.random.pick(archive.files);
  await writeFile(file, edit(await readFile(file, 'utf8')));
  return `changed ${file}`;
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
