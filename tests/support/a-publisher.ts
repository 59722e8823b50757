/** A place to publish to that sends nothing anywhere, and says of what is live what a real one would. */
import { execFileSync } from 'node:child_process';
import type { Publisher } from '../../src/desk/server/publisher.ts';
import type { Live } from '../../src/publish/release/live-release.ts';

/** @param publish what a publication does @param first what is live before; its commit is not known */
export function aPublisher(
  publish: Publisher['publish'],
  first: Live = { commit: '', next: '', isHeld: false },
): Publisher {
  let live = first;
  return {
    async publish(roots, tell) {
      const head = ['-C', roots.content, 'rev-parse', 'HEAD'];
      const published = await publish(roots, tell);
      if (!published.isDone) return published;
      const commit = execFileSync('git', head, { encoding: 'utf8' }).trim();
      live = { commit, next: '', isHeld: false };
      return published;
    },
    live: () => Promise.resolve(live),
  };
}
