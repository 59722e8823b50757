/** What an archive goes through while it is measured: each scenario changes something, builds, and undoes the change. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articleText } from '../../tests/support/corpus.ts';
import type { Corpus } from '../../tests/support/corpus.ts';
import { seededRandom } from '../../tests/support/random.ts';
import { setAside } from './set-aside.ts';

export interface Scenario {
  name: string;
  /** Variables of the measured build. */
  env?(round: number): Record<string, string>;
  /** Called before each measured build. */
  prepare(corpus: Corpus, out: string, round: number): Promise<void>;
}

const NEW_DAY = '2026-11-24';

export const SCENARIOS: readonly Scenario[] = [
  {
    name: '全部',
    prepare: (_, out) => setAside(out),
  },
  { name: '没有变化', prepare: async () => undefined },
  {
    name: '新增一篇',
    async prepare({ content }, _, round) {
      const file = join(content, 'articles/2026', `${NEW_DAY.replaceAll('-', '')}-new${round}.md`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, articleText(seededRandom(round), NEW_DAY));
    },
  },
  {
    name: '修改一篇',
    prepare: ({ files }, _, round) =>
      edit(middle(files), (text) => `${text}\n第${round}次补充。\n`),
  },
  {
    name: '删除一篇',
    prepare: async ({ content }, _, round) =>
      rm(join(content, 'articles/2026', `${NEW_DAY.replaceAll('-', '')}-new${round}.md`), {
        force: true,
      }),
  },
  {
    name: '一个栏目改名',
    prepare: ({ content }, _, round) =>
      edit(join(content, 'columns.yaml'), (text) =>
        text.replace(/(slug: hqfw, name: )[^,}]+/, `$1后勤服务${round}`),
      ),
  },
  {
    name: '模板改动',
    env: (round) => ({ SITE_ENGINE_SALT: String(round) }),
    prepare: async () => undefined,
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
