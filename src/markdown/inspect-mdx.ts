/** What an .mdx body may not hold: programs, unknown components, wrong attributes. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../model/nearest.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';
import { htmlTagProblem } from './inspect-html.ts';

type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const NAMES = [...bodyComponents.keys()];

/** Problems in the order of the body. */
export function inspectMdx(tree: Root): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    switch (node.type) {
      case 'mdxjsEsm':
        problems.push(
          ...node.value.split('\n').flatMap((code, row) => moduleProblem(code, lineOf(node) + row)),
        );
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        // {/* … */} is how MDX writes a comment.
        if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) {
          problems.push(expressionProblem(node.value, lineOf(node)));
        }
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        problems.push(...componentProblems(node));
        break;
    }
  });
  return problems;
}

function moduleProblem(code: string, line: number): BodyProblem[] {
  const keyword = /^\s*(import|export)\b/.exec(code)?.[1];
  return keyword ? [codeProblem(keyword, line)] : [];
}

/** `import` or `export` at the beginning of a line. */
export function codeProblem(keyword: string, line: number): BodyProblem {
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

function componentProblems(node: Component): BodyProblem[] {
  const name = node.name ?? '';
  const component = bodyComponents.get(name);
  const line = lineOf(node);
  if (!component) return [{ line, ...unknownComponent(name) }];
  const problems: BodyProblem[] = [];
  const written = new Set<string>();
  for (const attribute of node.attributes) {
    const at = attribute.position ? lineOf(attribute) : line;
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      problems.push(expressionProblem(attribute.value, at));
    } else if (!component.attributes.has(attribute.name)) {
      problems.push({ line: at, ...unknownAttribute(name, attribute.name) });
    } else if (typeof attribute.value === 'string') {
      if (attribute.value.trim() !== '') written.add(attribute.name);
    } else if (attribute.value) {
      written.add(attribute.name);
      problems.push(expressionProblem(attribute.value.value, at));
    }
  }
  for (const [attribute, { label, required }] of component.attributes) {
    if (!required || written.has(attribute)) continue;
    problems.push({
      line,
      message: `组件 <${name}> 没有写 ${attribute}（${label}）。`,
      fix: `写成 ${component.example}。`,
    });
  }
  return problems;
}

function unknownComponent(name: string): Omit<BodyProblem, 'line'> {
  const sameLetters = NAMES.find((known) => known.toLowerCase() === name.toLowerCase());
  if (!sameLetters && /^[a-z][a-z\d]*$/.test(name)) return htmlTagProblem(name);
  const meant = sameLetters ?? nearest(name, NAMES);
  const hint = meant ? `是不是 <${meant}>？` : '';
  return {
    message: `没有叫 <${name}> 的组件。`,
    fix: `${hint}可用的组件：${NAMES.join('、')}。`,
  };
}

function unknownAttribute(component: string, attribute: string): Omit<BodyProblem, 'line'> {
  const known = [...(bodyComponents.get(component)?.attributes.keys() ?? [])];
  const meant = nearest(attribute, known);
  const hint = meant ? `是不是 ${meant}？` : '';
  const list = known.length > 0 ? `可用的属性：${known.join('、')}。` : '这个组件不用写属性。';
  return { message: `组件 <${component}> 没有 ${attribute} 这个属性。`, fix: hint + list };
}
