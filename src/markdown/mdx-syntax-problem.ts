/** MDX's own complaints, which name code points and parsers, in the words of people who write articles. */
import type { Rule } from '../model/rule.ts';
import type { BodyProblem } from './body-problem.ts';
import { htmlTagProblem } from './html-tag-problem.ts';
import { codeProblem, expressionProblem } from './inspect-mdx.ts';

export const mdxSyntaxRule: Rule = {
  id: 'mdx/syntax',
  level: 'stop',
  scope: 'text',
  title: '.mdx 的写法',
  basis: '读不懂的 .mdx 稿件生成不了网页。',
};

/** What the parser throws (a VFileMessage). */
interface SyntaxMessage {
  line?: number | undefined;
  /** 1-based, of what was not expected. */
  column?: number | undefined;
  ruleId?: string | undefined;
  source?: string | undefined;
  reason: string;
}

export function isSyntaxMessage(error: unknown): error is SyntaxMessage {
  return error instanceof Error && 'ruleId' in error && 'reason' in error;
}

/** The problem behind a syntax error; `body` is the text that was parsed. */
export function mdxSyntaxProblem(error: SyntaxMessage, body: string): BodyProblem {
  const line = error.line ?? 1;
  const written = body.split('\n')[line - 1] ?? '';
  if (error.source === 'micromark-extension-mdxjs-esm') {
    return moduleProblem(body, line);
  }
  if (error.source === 'micromark-extension-mdx-expression') {
    const problem =
      error.ruleId === 'unexpected-eof'
        ? unclosedBrace(line)
        : expressionProblem(/\{([^}]*)/.exec(written)?.[1] ?? '', line);
    return { ...problem, ...escapeEdit(line, written, onlyBrace(written)) };
  }
  const [, apart] = /^Expected the closing tag `<\/([^`>]*)>`/.exec(error.reason) ?? [];
  if (apart !== undefined) return partedTags(apart, line);
  if (error.ruleId === 'end-tag-mismatch') return unclosedTag(error.reason, body);
  if (error.ruleId === 'unexpected-closing-slash' || /in `<\/|closing slash/.test(error.reason)) {
    return {
      line,
      message: '这里多了一个结束标签「</…>」，前面没有对应的开头。',
      fix: '删掉它，或者在前面补上开头的组件。',
    };
  }
  if (/`!`/.test(error.reason)) {
    return { line, message: '.mdx 稿件里不能写 <!-- --> 注释。', fix: '删掉这段注释。' };
  }
  if (
    error.ruleId === 'unexpected-character' &&
    /after attribute|attribute value/.test(error.reason)
  ) {
    return {
      line,
      message: '组件的属性写得不对，读不懂。',
      fix: '属性值用英文双引号括起来，属性之间空一格，例如 <Picture src="1.jpg" alt="会议现场" />。',
    };
  }
  return {
    line,
    message: '这一行的「<」会被当成组件的开头，读不懂。',
    fix: '如果是小于号，写成 \\< 或全角的「＜」；如果是组件，例如 <Picture src="1.jpg" alt="会议现场" />。',
    ...escapeEdit(line, written, lessThan(written, error.column)),
  };
}

/** The change that makes a sign a character of the text. */
function escapeEdit(line: number, written: string, column: number): Pick<BodyProblem, 'edit'> {
  const was = written[column];
  return was === undefined ? {} : { edit: { line, column, was, becomes: `\\${was}` } };
}

/** Where the `<` stands that no component's name follows; -1 when that is not certain. */
function lessThan(written: string, column = 0): number {
  const at = written.lastIndexOf('<', column - 1);
  return /^<[^\w/>!$]|^<\d/.test(written.slice(at)) ? at : -1;
}

/** Where the only `{` of a line stands, if it begins no comment. */
function onlyBrace(written: string): number {
  const [first, ...others] = written.matchAll(/(?<!\\)\{(?!\s*\/\*)/g);
  return first && others.length === 0 ? first.index : -1;
}

function unclosedBrace(line: number): BodyProblem {
  return {
    line,
    message: '这里的「{」没有对应的「}」。',
    fix: '如果是正文里的花括号，写成 \\{。',
  };
}

/** The parser stops where the code no longer makes sense, which may be lines below its first word. */
function moduleProblem(body: string, line: number): BodyProblem {
  const above = body.split('\n').slice(0, line);
  const index = above.findLastIndex((row) => /^(?:import|export)\b/.test(row));
  return codeProblem(above[index]?.startsWith('export') ? 'export' : 'import', index + 1);
}

/** One of two tags stands in bold type or the like, the other outside of it. */
function partedTags(name: string, line: number): BodyProblem {
  return {
    line,
    message: `组件的结束标签 </${name}> 和它的开头不在一处：一个在段落、标题、加粗或者链接里面，一个在外面。`,
    fix: '把两个标签都单独写一行；写在一句话里的，先写加粗结尾的「**」，再写结束标签。',
  };
}

/** The reason ends with the tag that was opened and its place: … `<Callout>` (3:1-3:10). */
function unclosedTag(reason: string, body: string): BodyProblem {
  const [, tag = '', line = '1', column = '0'] = /`<([^/`>]*)>` \((\d+):(\d+)/.exec(reason) ?? [];
  if (/^[a-z][a-z\d]*(?::|$)/.test(tag)) return { line: Number(line), ...htmlTagProblem(tag) };
  // No component and no element has such a name: <附件>.
  const at = /[^\0-\x7f]/.test(tag) ? Number(column) - 1 : -1;
  return {
    ...escapeEdit(Number(line), body.split('\n')[Number(line) - 1] ?? '', at),
    line: Number(line),
    message: `组件 <${tag}> 没有正确结束。`,
    fix: `单个的组件以「/>」结尾；包着内容的，后面写 </${tag}>；如果是正文，写成 \\<${tag}>。`,
  };
}
