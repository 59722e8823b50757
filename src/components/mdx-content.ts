/** The text of an .mdx article as something that Astro shows: what `@astrojs/mdx` would compile of it, but never run. */
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import { Renderer } from 'astro/runtime/server/index.js';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { Options } from 'hast-util-to-jsx-runtime';
import type { Labels } from '../labels/labels.ts';
import { mdxTree } from '../markdown/mdx-tree.ts';

/** The site's own components by the names that bodies have for them. */
export type BodyComponents = Readonly<Record<string, AstroComponentFactory>>;

type Evaluater = ReturnType<NonNullable<Options['createEvaluater']>>;

/**
 * A component without properties, `<Content />`, which the renderer of `@astrojs/mdx` shows.
 * @throws Error for a program, which inspection reports before
 */
export async function mdxContent(
  body: string,
  components: BodyComponents,
  labels: Labels,
): Promise<() => unknown> {
  const tree = await mdxTree(body, labels);
  const options = {
    Fragment,
    jsx,
    jsxs,
    createEvaluater: () => namesAlone(components),
    elementAttributeNameCase: 'html' as const,
    // Astro would show them as attributes.
    passKeys: false,
  };
  return Object.assign(() => toJsxRuntime(tree, options), { [Renderer]: 'astro:jsx' });
}

/** The name of a component is the one expression that is looked up; there is no other in the tree. */
function namesAlone(components: BodyComponents): Evaluater {
  return {
    evaluateExpression(expression) {
      const name = expression.type === 'Identifier' ? expression.name : '';
      const component = Object.hasOwn(components, name) ? components[name] : undefined;
      if (!component) throw new Error(`An MDX body names <${name}>, which is no component`);
      return component;
    },
    evaluateProgram() {
      throw new Error('An MDX body holds a program');
    },
  };
}
