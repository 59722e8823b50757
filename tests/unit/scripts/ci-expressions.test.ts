import { expect, it } from 'vitest';
import { evaluate, expand, isTrue } from '../../../scripts/ci/expressions.ts';

const VALUES: Readonly<Record<string, string>> = {
  'github.event_name': 'schedule',
  'steps.look.outputs.publish': 'false',
};
const values = (name: string): string => VALUES[name] ?? '';

it.each([
  ["github.event_name == 'schedule'", true],
  ["github.event_name != 'schedule'", false],
  ["steps.look.outputs.publish != 'false'", false],
  ["steps.other.outputs.publish != 'false'", true],
  ["github.event_name == 'schedule' && vars.PUBLISH_TO == ''", true],
  ["github.event_name == 'push' && vars.PUBLISH_TO == ''", false],
  ['vars.PUBLISH_TO', false],
])('%s is %s', (expression, is) => {
  expect(isTrue(evaluate(expression, values))).toBe(is);
});

it('puts values into a text', () => {
  expect(expand("${{ vars.PUBLISH_TO || '.cache/pages' }}", values)).toBe('.cache/pages');
  expect(expand('on ${{ github.event_name }}!', values)).toBe('on schedule!');
});

it('guesses nothing', () => {
  expect(() => evaluate('always()', values)).toThrow('always() is not understood');
});
