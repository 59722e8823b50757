/** How long a saved article takes to be seen in the dev server's page. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { startDevServer } from '../../src/build/dev-server.ts';
import { siteOptions } from '../../src/output/options.ts';
import type { Corpus } from '../../tests/support/corpus.ts';

const ROUNDS = 7;
const LONGEST_WAIT = 30_000;

/** Milliseconds from saving a new title to the page that shows it, each round. */
export async function devLatencies(corpus: Corpus): Promise<number[]> {
  const file = corpus.files.at(-1);
  if (!file) throw new Error('The corpus is empty');
  const text = await readFile(file, 'utf8');
  const id = basename(file, '.md');
  const column = /category: (\w+)/.exec(text)?.[1] ?? '';
  const server = await startDevServer(
    siteOptions({ content: corpus.content, public: corpus.public }),
    {
      port: 0,
      hostname: '127.0.0.1',
      onIssues: (issues) => {
        if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));
      },
      onFailure(error) {
        throw error;
      },
    },
  );
  const parent = ['gzdt', 'dfdt', 'tzgg'].includes(column) ? 'xwzx' : 'ywgz';
  const page = `${server.url}${parent}/${column}/${id.slice(0, 6)}/${id}/`;
  const latencies: number[] = [];
  try {
    await shows(page, '责任编辑');
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      await writeFile(file, text.replace(/^title: .*/m, `title: 第${round}次修改后的标题`));
      await shows(page, `第${round}次修改后的标题`);
      latencies.push(performance.now() - begun);
    }
  } finally {
    await server.close();
    await writeFile(file, text);
  }
  return latencies;
}

/** @throws when the page does not show the words in time */
async function shows(page: string, words: string): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT;
  while (performance.now() < deadline) {
    const html = await (await fetch(page)).text();
    // Titles may have places for line breaks between their words.
    if (html.replaceAll(/<[^>]*>/g, '').includes(words)) return;
    // Asking without a pause would measure the asking.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${page} does not show ${words}`);
}
