/** Whether what was built fits on the hosts that it may go to. */
import type { Artifacts } from '../output/artifacts.ts';
import type { BuiltFiles } from '../output/build-record.ts';
import { siteSize, tooLargeFor } from '../publish/host-limits.ts';
import type { TooLarge } from '../publish/host-limits.ts';
import type { Site } from '../site/site.ts';

export interface HostFit {
  /** The hosts that cannot take it. */
  tooLarge: readonly TooLarge[];
  /** Whether site.yaml names the host; else they are any that a site may go to. */
  isNamed: boolean;
}

export const FITS: HostFit = { tooLarge: [], isNamed: false };

/** @param artifacts all that the site has */
export function hostFit({ config }: Site, files: BuiltFiles, artifacts: Artifacts): HostFit {
  const read = ['_headers', '_redirects'].flatMap((name) => {
    const file = artifacts.get(name);
    return file?.kind === 'text' ? [[name, file.text] as const] : [];
  });
  const size = siteSize(sizesOf(files), Object.fromEntries(read));
  return { tooLarge: tooLargeFor(size, config.host), isNamed: config.host !== undefined };
}

function* sizesOf(files: BuiltFiles): Iterable<[path: string, bytes: number]> {
  for (const [path, [, , bytes]] of files) yield [path, bytes];
}
