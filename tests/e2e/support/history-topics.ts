/** Topics of an archive that changes: one of three, written anew. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns its slug; it shows articles with the keyword 专题, and those of a column */
export async function writeTopic(content: string, edits: number): Promise<string> {
  const slug = `topic-${edits % 3}`;
  const fields = ['title: 专题', `summary: 改${edits}次`, 'date: 2026-11-01', 'sections:'];
  const sections = [
    '  - { title: 关键词, keywords: 专题, count: 2 }',
    '  - { title: 栏目, category: gzdt, count: 5 }',
  ];
  await mkdir(join(content, 'topics'), { recursive: true });
  const text = ['---', ...fields, ...sections, '---', '简介。', ''].join('\n');
  await writeFile(join(content, `topics/${slug}.md`), text);
  return slug;
}
