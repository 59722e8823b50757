/** Sites in which a name is a file in one release and a folder in the next. */
import type { Random } from '../../../support/random.ts';
import type { Site } from './a-target.ts';

/** A site of a few names, each a file or a folder of such. */
export function someTree(random: Random): Site {
  const site: Record<string, string> = {};
  const grow = (folder: string, depth: number): void => {
    for (const name of ['a', 'b', '202601']) {
      const path = `${folder}${name}`;
      const kind = random.between(0, depth > 0 ? 3 : 2);
      if (kind === 1) site[path] = `text ${random.between(1, 3)}`;
      if (kind === 2) site[`${path}.html`] = `page ${random.between(1, 3)}`;
      if (kind === 3) grow(`${path}/`, depth - 1);
    }
  };
  grow('', 3);
  return { 'index.html': `home ${random.between(1, 9)}`, ...site };
}
