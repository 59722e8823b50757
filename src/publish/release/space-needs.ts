/** What a publication adds to the disk that it is written to. */
import type { BuiltFiles } from '../../output/build-record.ts';
import type { SpaceNeeds } from '../targets/target.ts';
import type { TargetState } from './live-site.ts';
import { doubtfulPaths } from './plan.ts';
import type { Plan } from './plan.ts';

/**
 * At the least: whoever has less cannot finish. What may be there already, since a publication was killed, is not counted.
 * @param files of the release that becomes live
 */
export function spaceNeeds(
  { put, putAside }: Plan,
  files: BuiltFiles,
  state: TargetState,
): SpaceNeeds {
  const before: BuiltFiles = state.live?.files ?? new Map();
  const doubtful = doubtfulPaths(state);
  const kept = new Set(putAside.map(({ path }) => path));
  const needs: SpaceNeeds = { put: 0, replaced: 0, keptOfReplaced: 0, aside: 0, files: 0 };
  for (const { path } of put) {
    if (doubtful.has(path)) continue;
    needs.put += files.get(path)?.[2] ?? 0;
    const old = before.get(path)?.[2];
    if (old === undefined) needs.files += 1;
    needs.replaced += old ?? 0;
    if (kept.has(path)) needs.keptOfReplaced += old ?? 0;
  }
  for (const path of kept) needs.aside += before.get(path)?.[2] ?? 0;
  return needs;
}
