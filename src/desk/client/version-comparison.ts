/** Two versions as one text: what is gone is struck out, what is new underlined, and each says so in words, too. */
import type { VersionText } from '../version-api.ts';
import { element, type Child } from './element.ts';
import {
  compareParagraphs,
  compareWords,
  type ComparedParagraph,
  type Part,
} from './version-difference.ts';

const SIGNS = { same: '', gone: '删', new: '增', changed: '改' } as const;
/** Paragraphs that are shown on each side of one that was changed. */
const BESIDE = 1;

export function versionComparison(before: VersionText, after: VersionText): HTMLElement {
  const fields = changedFields(before, after);
  const files = [
    ...notIn(before.files, after.files).map((name) => row('gone', name)),
    ...notIn(after.files, before.files).map((name) => row('new', name)),
  ];
  const body = compareParagraphs(before.body, after.body);
  const isBodySame = body.every(({ kind }) => kind === 'same');
  if (fields.length + files.length === 0 && isBodySame) {
    return element('p', {}, '这两个版本一样。');
  }
  return element(
    'div',
    {},
    ...part('各项', fields),
    ...part('图片和附件', files),
    ...part('正文', isBodySame ? [element('p', { className: 'soft' }, '没有改动')] : near(body)),
  );
}

function part(words: string, rows: readonly HTMLElement[]): HTMLElement[] {
  return rows.length === 0 ? [] : [element('h3', {}, words), ...rows];
}

function changedFields(before: VersionText, after: VersionText): HTMLElement[] {
  const [was, is] = [before, after].map(
    ({ fields }) => new Map(fields.map(({ label, value }) => [label, value])),
  );
  const labels = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
  return [...labels].flatMap((label) => {
    const [old = '', now = ''] = [was?.get(label), is?.get(label)];
    if (old === now) return [];
    const name = element('strong', {}, `${label}：`);
    return [line('changed', [name, ...compareWords(old, now).map(shown)])];
  });
}

/** What did not change is left out but for a few paragraphs beside what did. */
function near(body: readonly ComparedParagraph[]): HTMLElement[] {
  const rows: HTMLElement[] = [];
  let left = 0;
  const settle = () => {
    if (left > 0) rows.push(element('p', { className: 'soft' }, `…… ${left} 段没有改动 ……`));
    left = 0;
  };
  for (const [index, { kind, parts }] of body.entries()) {
    const beside = body.slice(Math.max(0, index - BESIDE), index + BESIDE + 1);
    if (beside.every((each) => each.kind === 'same')) {
      left += 1;
      continue;
    }
    settle();
    rows.push(line(kind, parts.map(shown)));
  }
  settle();
  return rows;
}

function row(kind: 'gone' | 'new', text: string): HTMLElement {
  return line(kind, [shown({ kind, text })]);
}

function line(kind: ComparedParagraph['kind'], children: readonly Child[]): HTMLElement {
  const sign = SIGNS[kind] && element('span', { className: 'sign' }, SIGNS[kind]);
  return element('p', { className: kind }, sign || undefined, ...children);
}

function shown({ kind, text }: Part): Child {
  if (kind === 'same') return text;
  const words = element('span', { className: 'unseen' }, kind === 'gone' ? '（删去）' : '（新增）');
  return element(kind === 'gone' ? 'del' : 'ins', {}, words, text);
}

function notIn(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}
