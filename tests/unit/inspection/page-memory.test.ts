/** What was found on pages is known again by their keys, and nothing else is. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageLinkRule } from '../../../src/inspection/inspection-rules.ts';
import { PageMemory } from '../../../src/inspection/pages/page-memory.ts';
import { aFolder } from '../../support/a-folder.ts';

const FRAME = ['/', '/tz/', 'https://www.example.gov.cn/'];
const finding = (message: string) => ({ rule: pageLinkRule, message, fix: '改掉。' });

/** Pages with the links that all have, and one of their own. */
async function kept(folder: string, version = '1'): Promise<void> {
  const memory = new PageMemory(folder, version);
  for (let number = 0; number < 20; number += 1) {
    const findings = [finding(`第 ${number % 2} 种`)];
    memory.add(`tz/${number}.html`, `k${number}`, { findings, links: [...FRAME, `/${number}/`] });
  }
  memory.add('other.html', 'k', { findings: [], links: ['/alone/'] });
  memory.add('index.html', '', { findings: [], links: FRAME });
  await memory.write();
}

function linksOf(memory: PageMemory, path: string, key: string): string[] | undefined {
  const seen = memory.find(path, key);
  const numbers = seen && [...(seen.hasCommon ? memory.common : []), ...seen.links];
  return numbers?.map((number) => memory.links[number] ?? '');
}

it('says of each page what it said when it was judged', async () => {
  const folder = await aFolder();
  await kept(folder);
  const memory = new PageMemory(folder, '1');
  expect(linksOf(memory, 'tz/3.html', 'k3')).toEqual([...FRAME, '/3/']);
  expect(linksOf(memory, 'other.html', 'k')).toEqual(['/alone/']);
  expect(memory.common).toHaveLength(3);
  const { findings = [] } = memory.find('tz/3.html', 'k3') ?? {};
  expect(findings.map((number) => memory.findings[number])).toEqual([finding('第 1 种')]);
});

it('knows nothing of another key, of a page without one, of another version or of what was damaged', async () => {
  const folder = await aFolder();
  await kept(folder);
  const memory = new PageMemory(folder, '1');
  expect(memory.find('tz/3.html', 'k')).toBeUndefined();
  expect(memory.find('tz/3.html', 'k33')).toBeUndefined();
  expect(memory.find('index.html', '')).toBeUndefined();
  expect(new PageMemory(folder, '2').find('tz/3.html', 'k3')).toBeUndefined();
  await appendFile(join(folder, 'inspected-pages.json'), ' ');
  expect(new PageMemory(folder, '1').find('tz/3.html', 'k3')).toBeUndefined();
});

it('keeps what is asked for, with what is new, and forgets the rest', async () => {
  const folder = await aFolder();
  await kept(folder);
  const memory = new PageMemory(folder, '1');
  memory.find('tz/3.html', 'k3');
  memory.add('tz/4.html', 'new', { findings: [], links: [...FRAME, '/new/'] });
  await memory.write();
  const next = new PageMemory(folder, '1');
  expect(linksOf(next, 'tz/3.html', 'k3')).toEqual([...FRAME, '/3/']);
  expect(linksOf(next, 'tz/4.html', 'new')).toEqual([...FRAME, '/new/']);
  expect(next.find('tz/5.html', 'k5')).toBeUndefined();
  expect(next.links).not.toContain('/5/');
});
