/** Keeps `![…](1.jpg)` of an .mdx article a plain `<img>`. */
import type { Root } from 'hast';

/**
 * Astro lists an article's local pictures and would import each as a module of the compiled renderer, so that a new
 * picture meant compiling anew; this site resolves pictures when a page is rendered. An empty list leaves them alone.
 */
export function rehypePlainPictures() {
  return (_tree: Root, file: { data: { astro?: { localImagePaths?: string[] } } }): void => {
    if (file.data.astro) file.data.astro.localImagePaths = [];
  };
}
