/** GitHub's expressions, as far as the workflows use them: what is not understood is an error, not a guess. */

/** `vars.PUBLISH_TO`, `steps.look.outputs.publish`: what has no value is ''. */
export type Values = (name: string) => string;

/**
 * A text or a condition: names and quoted texts, `==`, `!=`, `||`, `&&`.
 * @throws for another form
 */
export function evaluate(expression: string, values: Values): string {
  const alternatives = expression.split('||').map((part) => part.trim());
  for (const [at, alternative] of alternatives.entries()) {
    const value = conjunction(alternative, values);
    if (isTrue(value) || at === alternatives.length - 1) return value;
  }
  return '';
}

export function isTrue(value: string): boolean {
  return value !== '' && value !== 'false';
}

/** A text with `${{ … }}` in it. */
export function expand(text: string, values: Values): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    evaluate(expression, values),
  );
}

function conjunction(text: string, values: Values): string {
  let value = '';
  for (const part of text.split('&&')) {
    value = comparison(part.trim(), values);
    if (!isTrue(value)) return value;
  }
  return value;
}

function comparison(text: string, values: Values): string {
  const [, left, operator, right] = /^(.+?)\s*(==|!=)\s*(.+)$/.exec(text) ?? [];
  if (left === undefined || right === undefined) return operand(text, values);
  const isSame = operand(left, values) === operand(right, values);
  return String(isSame === (operator === '=='));
}

function operand(text: string, values: Values): string {
  const quoted = /^'([^']*)'$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  if (/^[a-z_][\w.]*$/i.test(text)) return values(text);
  throw new Error(`The expression ${text} is not understood`);
}
