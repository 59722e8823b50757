/// <reference types="astro/client" />

declare module 'virtual:mdx-articles' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** The compiled MDX articles by id. */
  export const mdxArticles: Readonly<
    Record<string, () => Promise<{ Content: AstroComponentFactory }>>
  >;
}
