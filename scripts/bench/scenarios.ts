/** What an archive goes through while it is measured: each scenario changes something, builds, and undoes the change. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articleText } from '../../tests/support/corpus.ts';
import type { Corpus } from '../../tests/support/corpus.ts';
import { seededRandom } from '../../tests/support/random.ts';
import { setAside } from './set-aside.ts';

export interface Scenario {
  name: string;
  /** Called before each measured build. */
  prepare(place: Place, round: number): Promise<void>;
}

/** What is measured, absolute paths. */
export interface Place {
  corpus: Corpus;
  /** The built site. */
  out: string;
  /** A copy of this project, which builds. */
  project: string;
}

const NEW_DAY = '2026-11-24';

export const SCENARIOS: readonly Scenario[] = [
  {
    // What a newcomer has: programs are compiled, and no text was ever read.
    name: '全部（没有缓存）',
    async prepare({ out, project }) {
      await setAside(out);
      await setAside(join(project, '.cache/sites'));
    },
  },
  {
    name: '全部',
    prepare: ({ out }) => setAside(out),
  },
  { name: '没有变化', prepare: async () => undefined },
  {
    name: '新增一篇',
    async prepare({ corpus }, round) {
      const file = join(
        corpus.content,
        'articles/2026',
        `${NEW_DAY.replaceAll('-', '')}-new${round}.md`,
      );
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, articleText(seededRandom(round), NEW_DAY));
    },
  },
  {
    name: '修改一篇',
    prepare: ({ corpus }, round) =>
      edit(middle(corpus.files), (text) => `${text}\n第${round}次补充。\n`),
  },
  {
    name: '删除一篇',
    prepare: async ({ corpus }, round) =>
      rm(join(corpus.content, 'articles/2026', `${NEW_DAY.replaceAll('-', '')}-new${round}.md`), {
        force: true,
      }),
  },
  {
    name: '一个栏目改名',
    prepare: ({ corpus }, round) =>
      edit(join(corpus.content, 'columns.yaml'), (text) =>
        text.replace(/(slug: hqfw, name: )[^,}]+/, `$1后勤服务${round}`),
      ),
  },
  {
    name: '模板改动',
    // A comment: the pages stay as they are, and nobody knows it before they are made again.
    prepare: ({ project }, round) =>
      edit(join(project, 'src/layouts/BaseLayout.astro'), (text) =>
        text.replace(/^---\n/, `---\n// ${round}\n`),
      ),
  },
];

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

function middle(files: readonly string[]): string {
  const file = files[Math.floor(files.length / 2)];
  if (!file) throw new Error('The corpus is empty');
  return file;
}
