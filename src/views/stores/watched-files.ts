/** Whether the files that a database has open are still those that its next start will find. */
import { statSync } from 'node:fs';

/**
 * Remembers which files now have these names. The function it gives throws when one of them was deleted or
 * another was put in its place: the system would let the database go on in a file that nobody can open again.
 * Names that no file has now are not looked at.
 */
export function watchFiles(names: readonly string[]): () => void {
  const known = names.flatMap((name) => {
    const file = fileOf(name);
    return file === undefined ? [] : [{ name, file }];
  });
  return () => {
    const gone = known.find(({ name, file }) => fileOf(name) !== file);
    if (gone) {
      throw new Error(
        `${gone.name} was deleted or replaced while it was in use; restart the server`,
      );
    }
  };
}

/** What tells a file from every other one, whatever its name. */
function fileOf(name: string): string | undefined {
  const state = statSync(name, { bigint: true, throwIfNoEntry: false });
  return state && `${state.dev} ${state.ino}`;
}
