/** How a command ends that could not do its work. */
import { describeFailure } from '../src/build/describe-failure.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { printableLines } from '../src/model/printable.ts';
import { EXIT, wrongUse } from './arguments.ts';

/** What an operator can do something about is said in a line; anything else is a bug and keeps its trace. */
export function explain(error: unknown, site: SiteOptions): never {
  const failure = describeFailure(error, site);
  if (!failure) throw error;
  if (failure.kind === 'wrong use') wrongUse(failure.message);
  console.error(printableLines(failure.message));
  if (failure.kind === 'bug') throw error;
  process.exit(EXIT.broken);
}
