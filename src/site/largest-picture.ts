import type { Picture } from '../model/body.ts';

/** The address of a picture's largest fallback: sharing cards want more than a thumbnail. */
export function largest({ src, srcset }: Picture): string {
  return srcset.split(', ').at(-1)?.split(' ')[0] || src;
}
