/** Which articles readers may have had: by the addresses that were published, and by what is committed. */
import type { ArticleFile } from '../model/article.ts';
import type { Roots } from '../model/content.ts';
import { ledgerPath, nameAt } from '../site/ledger/ledger-line.ts';
import { readLedger } from '../site/ledger/read-ledger.ts';
import { git } from '../system/run-git.ts';

/** Asks the ledger and git once, and only when it is asked: few sites have anybody who wants to know. */
export function whoHadReaders(roots: Roots): (place: ArticleFile) => Promise<boolean> {
  let published: Set<string> | undefined;
  return async ({ id, path }) => {
    published ??= publishedNames(roots);
    if (published.has(id)) return true;
    return git(roots.content, ['ls-tree', '--name-only', 'HEAD', '--', path]).then(
      (listed) => listed !== '',
      () => false,
    );
  };
}

function publishedNames(roots: Roots): Set<string> {
  const names = new Set<string>();
  const path = ledgerPath(roots);
  readLedger(path, path, (line) => {
    names.add(line.owner);
    names.add(nameAt(line) ?? line.owner);
  });
  return names;
}
