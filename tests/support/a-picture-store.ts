/** Pictures as a build has them: what is known of them, how pages show them, and their files. */
import { basename, join } from 'node:path';
import { pictureLookup } from '../../src/images/picture-lookup.ts';
import { openPictureIndex } from '../../src/images/picture-index.ts';
import { createPictureStore } from '../../src/images/picture-store.ts';
import { createOutput } from '../../src/output/output.ts';
import { aFileMemory } from './a-file-memory.ts';

/** @param cacheFolder need not exist yet */
export function aPictureStore(cacheFolder: string, base = '/') {
  const index = openPictureIndex(
    cacheFolder,
    aFileMemory(join(cacheFolder, '..', basename(cacheFolder) + '-files')),
  );
  const store = createPictureStore(cacheFolder, index);
  return {
    ...store,
    readings: () => index.readings(),
    describe: pictureLookup(index, base).describe,
    /** Puts the picture's files into a folder, as a build does. @returns how many changed */
    async write(key: string, out: string): Promise<number> {
      const files = await store.renditions(key);
      const output = createOutput(out);
      for (const [path, source] of files) output.copy(source, path);
      return output.changed;
    },
  };
}
