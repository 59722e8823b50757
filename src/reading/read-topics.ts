/** content/topics → topics: `<slug>.md`, or `<slug>/index.md` with its pictures beside it. */
import { basename, join } from 'node:path';
import { folderEntries, reporter, rootOf } from './folder-entries.ts';
import type { Report, Root } from './folder-entries.ts';
import { copyRule, copyWords } from './litter.ts';
import { readFields } from './read-fields.ts';
import type { SeenField } from './read-fields.ts';
import { isShortName } from '../model/article-name.ts';
import type { BodyReference } from '../model/body.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { linkTo } from '../model/link-to.ts';
import { found, ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { topicFieldNames, topicSchema, topicSynonyms } from '../model/topic.ts';
import type { ReadTopic, TopicFields } from '../model/topic.ts';
import type { BureauWords } from '../model/bureau-words.ts';
import type { YamlPath } from '../model/yaml-text.ts';
import { unnamedFileRule } from '../rules/unnamed-files.ts';

export const topicNameRule: Rule = {
  id: 'topic/name',
  level: 'stop',
  scope: 'file',
  title: '专题的名称和位置',
  basis: '专题的文件夹名会成为网址。',
};

export const topicFileRule: Rule = {
  id: 'topic/file',
  level: 'stop',
  scope: 'article',
  title: '专题旁边的附件',
  basis: '专题旁边只放图片，别的文件读者下载不到。',
};

export const tooManyTopicsRule: Rule = {
  id: 'topic/too-many',
  level: 'stop',
  scope: 'site',
  title: '专题的数量',
  basis: '专题太多，读者找不到要看的。',
};

const TOPIC = {
  schema: topicSchema,
  synonyms: topicSynonyms,
  names: topicFieldNames,
  mayBeEmpty: true as const,
  wordsOf,
};
const MOST_TOPICS = 200;

/** @param folder absolute path of content/topics, which may be missing */
export async function readTopics(
  folder: string,
  staffPath: (path: string) => string,
  bureau: BureauWords,
): Promise<{ topics: ReadTopic[]; issues: Issue[] }> {
  const issues: Issue[] = [];
  const topics: ReadTopic[] = [];
  const report = reporter(issues, staffPath);
  const root = await rootOf(folder, 'content', report);
  if (!root) return { topics, issues };
  const entries = (await folderEntries(folder, root, report)) ?? [];
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    const { name } = entry;
    const path = join(folder, name);
    const copy = copyWords(name, names);
    if (copy) {
      report(copyRule, path, copy);
      continue;
    }
    const slug = entry.isDirectory() ? name : name.replace(/\.md$/, '');
    if ((slug === name && !entry.isDirectory()) || !isShortName(slug)) {
      report(topicNameRule, path, {
        message: `专题的${entry.isDirectory() ? '文件夹' : '文件'}名「${name}」不能用。`,
        fix: '只用小写字母、数字和连字符，例如 energy-week.md，或者 energy-week/index.md。',
      });
      continue;
    }
    const place = entry.isDirectory() ? await inFolder(path, root, report) : { path };
    if (!place) continue;
    if (entry.isDirectory() && names.has(`${slug}.md`)) {
      const message = `既有「${slug}.md」，又有文件夹「${slug}」。`;
      report(topicNameRule, path, { message, fix: '两个是一个网址，只留一个。' });
      continue;
    }
    const read = readTopic(slug, place, staffPath(place.path), bureau);
    issues.push(...read.issues);
    if (read.topic) topics.push(read.topic);
  }
  if (topics.length > MOST_TOPICS) {
    const message = `有 ${topics.length} 个专题，最多 ${MOST_TOPICS} 个。`;
    report(tooManyTopicsRule, folder, { message, fix: '删掉不再需要的专题，稿件都还在栏目里。' });
  }
  return { topics, issues };
}

/** Where a topic's text lies, and what beside it. */
interface Place {
  path: string;
  folder?: string;
  /** A folder's ends with a slash. */
  beside?: readonly string[];
}

async function inFolder(folder: string, root: Root, report: Report): Promise<Place | undefined> {
  const entries = await folderEntries(folder, root, report);
  if (!entries) return undefined;
  const text = entries.find((entry) => entry.name === 'index.md' && entry.isFile());
  if (!text) {
    const message = '这个文件夹里没有 index.md，专题不会显示。';
    const fix = '把专题的文字存成 index.md；不要的，删掉这个文件夹。';
    report(topicNameRule, folder, { message, fix });
    return undefined;
  }
  const beside = entries
    .filter((entry) => entry !== text)
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  return { path: join(folder, text.name), folder, beside };
}

function readTopic(
  slug: string,
  { path, folder, beside = [] }: Place,
  file: string,
  bureau: BureauWords,
): { topic?: ReadTopic; issues: Issue[] } {
  const { text, issues } = readFields(path, file, TOPIC, bureau);
  if (!text) return { issues };
  const { fields, facts, bodyLine, digest, lineOf } = text;
  const isOwnFile = ({ kind, target }: BodyReference): boolean =>
    kind === 'file' && !target.startsWith('/');
  const lines = linesOf(fields, lineOf);
  const references = facts.references.filter((reference) => !isOwnFile(reference));
  const topic = { ...fields, ...facts, references, slug, path, file, folder, bodyLine, digest };
  const { misnamed = [] } = facts;
  const named = [fields.banner ?? '', ...facts.references.map(({ target }) => basename(target))];
  const forgotten = beside.filter((name) => ![...named, ...misnamed].includes(name));
  return {
    topic: { ...topic, lines },
    issues: [
      ...issues,
      ...found(
        topicFileRule,
        facts.references.filter(isOwnFile).map(({ target, line }) => ({
          file,
          line,
          message: `文件「${target}」不能放在专题旁边。`,
          fix: `放进 public 文件夹，这里写「/${basename(target)}」；或者放进一篇稿件的附件。`,
        })),
      ),
      ...forgotten.map((name) =>
        ruled(unnamedFileRule, {
          file,
          message: `「${name}」放在专题旁边，专题里却没有写到，读者看不到。`,
          fix: `图片要用就写一行「banner: ${name}」，或者在正文里单独一行写 ![图片说明](${linkTo(name)})；不用就删掉。`,
        }),
      ),
    ],
  };
}

/** What readers see of the fields. */
function wordsOf({ title, summary, sections }: TopicFields): SeenField[] {
  return [
    [['title'], title],
    [['summary'], summary],
    ...sections.map((section, index): SeenField => [['sections', index], section.title]),
  ];
}

function linesOf({ sections }: TopicFields, lineOf: (path: YamlPath) => number): FieldLines {
  const paths: YamlPath[] = [['title'], ['summary'], ['banner'], ['until']];
  for (const [index, { articles = [] }] of sections.entries()) {
    const at = ['sections', index] as const;
    paths.push([...at], [...at, 'keywords'], [...at, 'category']);
    for (const place of articles.keys()) paths.push([...at, 'articles', place]);
  }
  return Object.fromEntries(paths.map((path) => [path.join('/'), lineOf(path)]));
}
