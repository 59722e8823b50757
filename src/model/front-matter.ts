/** The block between the two `---` lines of an article or page. The only import of gray-matter. */
import matter from 'gray-matter';
import { findTraps } from './front-matter-traps.ts';
import type { Issue } from './issue.ts';
import { parseYamlText } from './yaml-text.ts';
import type { YamlPath } from './yaml-text.ts';

export interface FrontMatter {
  /** Every scalar is text; undefined when there is no readable front matter. */
  data: Readonly<Record<string, unknown>> | undefined;
  /** The text after the closing line. */
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  lineOf(path: YamlPath): number;
  issues: Issue[];
}

const EXAMPLE = '第一行写三个减号「---」，下面是标题、来源、日期、栏目，再用一行「---」结束。';

/**
 * Splits an article into its front matter and body.
 * @param text LF line ends, no byte order mark
 * @param file the path as staff see it
 */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const blank = /^\s*\n(?=---)/.exec(text)?.[0] ?? '';
  const skipped = blank.split('\n').length - 1;
  const source = tidyMarkers(text.slice(blank.length));
  const refuse = (line: number, message: string, fix: string): FrontMatter => ({
    data: undefined,
    body: '',
    bodyLine: 1,
    lineOf: () => line,
    issues: [{ file, line, message, fix }],
  });

  const opening = /^---([^\n-]*)(?:\n|$)/.exec(source);
  if (!opening) return refuse(1, '文件开头没有稿件信息（front matter）。', EXAMPLE);
  const language = (opening[1] ?? '').trim();
  if (language && language !== 'yaml') {
    return refuse(
      1 + skipped,
      `文件第一行是「---${language}」，本站不运行稿件里的代码。`,
      '第一行只写三个减号「---」。',
    );
  }
  // gray-matter ends at the first line that begins with `---`, so this must be one that says no more.
  if (/\n---(.*)/.exec(source)?.[1] !== '') {
    return refuse(1 + skipped, '稿件信息没有结束：缺少第二行「---」。', EXAMPLE);
  }

  const firstLine = 2 + skipped;
  let parsed: ReturnType<typeof parseYamlText> | undefined;
  let traps: Issue[] = [];
  const parse = (yaml: string): object => {
    const repaired = findTraps(tidySpaces(yaml.replace(/^\n/, '')), file, firstLine);
    traps = repaired.issues;
    parsed = parseYamlText(repaired.text, file, firstLine);
    return isRecord(parsed.value) ? parsed.value : {};
  };
  // Options make gray-matter skip its cache, which answers an empty object the second time.
  const result = matter(source, { language: 'yaml', engines: { yaml: { parse } } });
  if (!parsed) return refuse(firstLine, '稿件信息是空的。', EXAMPLE);
  const head = source.length - result.content.length;
  return {
    data: isRecord(parsed.value) ? parsed.value : undefined,
    body: result.content,
    bodyLine: source.slice(0, head).split('\n').length + skipped,
    lineOf: parsed.lineOf,
    issues: [...traps, ...parsed.issues, ...notAList(parsed.value, parsed.issues, file, firstLine)],
  };
}

function notAList(value: unknown, issues: readonly Issue[], file: string, line: number): Issue[] {
  if (isRecord(value) || value === undefined || issues.length > 0) return [];
  return [{ file, line, message: '稿件信息不是「字段: 内容」的格式。', fix: EXAMPLE }];
}

/** `---` lines that end in spaces, full-width ones too, are still the markers that staff meant. */
function tidyMarkers(text: string): string {
  return text.replaceAll(/^---[ \t\u3000\u00A0]+$/gm, '---');
}

/** Full-width and no-break spaces around a value are not part of it, and YAML does not know them as spaces. */
function tidySpaces(yaml: string): string {
  return yaml
    .replaceAll(/^([\p{L}_]+):[ \u3000\u00A0]+/gmu, '$1: ')
    .replaceAll(/[ \t\u3000\u00A0]+$/gm, '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
