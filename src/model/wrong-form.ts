/** A value that is there and has the wrong form: words for a list, a list for words. */
import type { Words } from './issue.ts';

/** What the schema wants in the value's place. */
export type WantedForm = 'text' | 'list' | 'fields';

/**
 * @param name how the field is called: 标题（title）
 * @param key the field's key
 * @param input what stands there, never undefined
 * @param description the field's help
 * @param fields of the object that is wanted, each with its label
 */
export function wrongForm(
  wanted: WantedForm,
  {
    name,
    key,
    input,
    description,
  }: { name: string; key: string; input: unknown; description: string },
  fields: readonly string[],
): Words {
  if (wanted === 'list') {
    return {
      message: `${name}要写成几条，现在是「${shown(input)}」。`,
      fix: `${key ? `「${key}:」` : ''}下面每条一行，行首写减号和空格。${description}`,
    };
  }
  if (wanted === 'fields') {
    return {
      message: `${name}要分成几行写，现在是「${shown(input)}」。`,
      fix: `「${key}:」下面每项一行，行首空两格：${fields.map((field) => `${field}: …`).join('、')}。`,
    };
  }
  if (Array.isArray(input)) {
    const [first] = input;
    const example = `${key}: ${typeof first === 'string' ? first : '…'}`;
    return input.length > 1
      ? {
          message: `${name}写了 ${input.length} 个，只能写一个：「${shown(input)}」。`,
          fix: `只留一个，不写方括号和减号，例如 ${example}。`,
        }
      : {
          message: `${name}写成了列表：「${shown(input)}」。`,
          fix: `去掉方括号或减号，写成：${example}；方括号是文字的一部分的，写成：${key}: '${shown(input)}'。`,
        };
  }
  const inside = Object.entries(input ?? {})
    .map(([part, value]) => (value === '' || value === null ? part : `${part}: ${String(value)}`))
    .join(', ');
  return {
    message: `${name}写成了几项：「{${inside}}」。`,
    fix: `去掉花括号或下面几行，写成一行文字：${key}: ${quotedIfNeeded(inside)}；花括号是文字的一部分的，写成：${key}: '{${inside}}'。`,
  };
}

function quotedIfNeeded(value: string): string {
  return value.includes(': ') ? `'${value}'` : value;
}

/** As it may have been written on one line. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  const parts = Object.entries(value ?? {}).map(([key, part]) => `${key}: ${shown(part)}`);
  return `{ ${parts.join(', ')} }`;
}
