/**
 * What an .mdx body may not hold: programs, unknown components, wrong attributes. Judged by the syntax tree alone, which is
 * what is shown: patterns over the source can be led past a program.
 */
import type { Nodes, Root } from 'mdast';
import { visit } from './visit.ts';
import { nearest } from '../model/nearest.ts';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';
import { componentTextProblems } from './inspect-component-text.ts';
import { htmlTagProblem } from './html-tag-problem.ts';
import { expressionKind, type MdxExpression } from './mdx-expression.ts';

export const mdxRule: Rule = {
  id: 'mdx/component',
  level: 'stop',
  scope: 'text',
  title: '组件和程序',
  basis: '稿件不能运行任何程序，组件写错了不会显示。',
};

type Module = Extract<Nodes, { type: 'mdxjsEsm' }>;
type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Problem = Omit<BodyProblem, 'line'>;

const NAMES = [...bodyComponents.keys()];

/** Problems in the order of the body. */
export function inspectMdx(tree: Root): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    problems.push(...dangersIn(node));
    if (isComponent(node))
      problems.push(...missingAttributes(node), ...componentTextProblems(node));
  });
  problems.push(...tooDeep(tree));
  return problems;
}

/** What shows components calls itself for each within another. */
const DEEPEST = 30;

/** The first component that stands within too many. */
function tooDeep(node: Nodes, depth = 0): BodyProblem[] {
  const own = isComponent(node) ? depth + 1 : depth;
  if (own > DEEPEST) {
    return [
      {
        line: lineOf(node),
        message: `组件一层套一层，超过 ${DEEPEST} 层，读不了。`,
        fix: '多半是前面的组件没有写结束标签，或者粘贴错了：删掉多余的层。',
      },
    ];
  }
  if (!('children' in node)) return [];
  for (const child of node.children) {
    const problems = tooDeep(child, own);
    if (problems.length > 0) return problems;
  }
  return [];
}

/** What would run, or show what no component may: the part of the problems for which a body is never shown. */
export function mdxDangers(tree: Root): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => void problems.push(...dangersIn(node)));
  return problems;
}

function dangersIn(node: Nodes): BodyProblem[] {
  if (node.type === 'mdxjsEsm') return moduleProblems(node);
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return expressionKind(node) === 'program' ? [bracesProblem(node)] : [];
  return isComponent(node) ? componentProblems(node) : [];
}

function isComponent(node: Nodes): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Every statement is refused, whatever it says. */
function moduleProblems(node: Module): BodyProblem[] {
  const statements = node.data?.estree?.body ?? [];
  if (statements.length === 0) return [codeProblem('export', lineOf(node))];
  return statements.map(({ type, loc }) =>
    codeProblem(
      type === 'ImportDeclaration' ? 'import' : 'export',
      loc?.start.line ?? lineOf(node),
    ),
  );
}

/** `import` or `export` at the beginning of a line. */
export function codeProblem(keyword: 'import' | 'export', line: number): BodyProblem {
  return {
    line,
    message: `以「${keyword}」开头的行会被当成程序，稿件里不能写。`,
    fix:
      keyword === 'import'
        ? '删掉这一行：组件不用 import 就能用。'
        : '删掉这一行；如果是正文，换个字开头。',
  };
}

/** `{…}`, which MDX would run. */
export function expressionProblem(code: string, line: number): BodyProblem {
  return {
    line,
    message: `花括号「{${shortened(code)}}」会被当成程序，稿件里不能写。`,
    fix: '删掉；如果是正文里的花括号，写成 \\{ 和 \\}。',
  };
}

/** Words in braces are words: `{附件}`. */
function bracesProblem(node: MdxExpression): BodyProblem {
  const { value, position } = node;
  const problem = expressionProblem(value, lineOf(node));
  if (!position || !/^[\p{Script=Han}\d、，。；：（）《》“”〔〕]+$/u.test(value)) return problem;
  const { line, column } = position.start;
  const edit = { line, column: column - 1, was: `{${value}}`, becomes: `\\{${value}\\}` };
  return { ...problem, edit };
}

function componentProblems(node: Component): BodyProblem[] {
  const name = node.name ?? '';
  const component = bodyComponents.get(name);
  const line = lineOf(node);
  if (!component) return [{ line, ...unknownComponent(name) }];
  const problems: BodyProblem[] = [];
  const seen = new Set<string>();
  for (const attribute of node.attributes) {
    const at = attribute.position ? lineOf(attribute) : line;
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      problems.push(expressionProblem(attribute.value, at));
    } else if (!component.attributes.has(attribute.name)) {
      problems.push({ line: at, ...unknownAttribute(name, attribute.name) });
    } else if (seen.has(attribute.name)) {
      problems.push({
        line: at,
        message: `组件 <${name}> 的 ${attribute.name} 写了两次，只有一个会显示。`,
        fix: '只留一个。',
      });
    } else if (typeof attribute.value !== 'string') {
      problems.push({ line: at, ...notText(name, attribute.name, attribute.value?.value) });
    }
    if (attribute.type === 'mdxJsxAttribute') seen.add(attribute.name);
  }
  return problems;
}

/** `title={x}`, which would be run, and `title` alone, which would show as 「true」. */
function notText(component: string, attribute: string, code: string | undefined): Problem {
  const right = `把内容写在英文双引号里：${attribute}="…"。`;
  return code === undefined
    ? { message: `组件 <${component}> 的 ${attribute} 后面没有内容。`, fix: right }
    : {
        message: `花括号「{${shortened(code)}}」会被当成程序，稿件里不能写。`,
        fix: right,
      };
}

function missingAttributes(node: Component): BodyProblem[] {
  const name = node.name ?? '';
  const component = bodyComponents.get(name);
  if (!component) return [];
  // One whose value cannot be used is reported as that.
  const written = new Set(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' &&
      (typeof attribute.value !== 'string' || attribute.value.trim() !== '')
        ? [attribute.name]
        : [],
    ),
  );
  return [...component.attributes]
    .filter(([attribute, { required }]) => required && !written.has(attribute))
    .map(([attribute, { label }]) => ({
      line: lineOf(node),
      message: `组件 <${name}> 没有写 ${attribute}（${label}）。`,
      fix: `写成 ${component.example}。`,
    }));
}

function unknownComponent(name: string): Problem {
  if (name === '') {
    return {
      message: '「<>」会被当成组件的开头，网页上不会显示。',
      fix: '删掉「<>」和「</>」；如果是正文，写成 \\<>。',
    };
  }
  const sameLetters = NAMES.find((known) => known.toLowerCase() === name.toLowerCase());
  if (!sameLetters && /^[a-z][a-z\d]*(?::|$)/.test(name)) return htmlTagProblem(name);
  const meant = sameLetters ?? nearest(name, NAMES);
  const hint = meant ? `是不是 <${meant}>？` : '';
  return {
    message: `没有叫 <${shortened(name)}> 的组件。`,
    fix: `${hint}可用的组件：${NAMES.join('、')}。`,
  };
}

function unknownAttribute(component: string, attribute: string): Problem {
  const known = [...(bodyComponents.get(component)?.attributes.keys() ?? [])];
  const meant = nearest(attribute, known);
  const hint = meant ? `是不是 ${meant}？` : '';
  const list = known.length > 0 ? `可用的属性：${known.join('、')}。` : '这个组件不用写属性。';
  return {
    message: `组件 <${component}> 没有 ${shortened(attribute)} 这个属性。`,
    fix: hint + list,
  };
}
