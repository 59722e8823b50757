import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { currentSite, withSite } from '../../../src/site/current-site.ts';
import type { CurrentSite } from '../../../src/site/current-site.ts';

const named = (name: string): CurrentSite => ({ problems: () => name }) as unknown as CurrentSite;

it('two that are shown at once do not show each other, however their work is mixed', async () => {
  const seen = await Promise.all(
    ['甲', '乙', '丙'].map((name, index) =>
      withSite(named(name), async () => {
        const names: (string | undefined)[] = [];
        for (let round = 0; round < 5; round += 1) {
          await sleep((index + round) % 3);
          names.push(currentSite().problems?.());
        }
        return names;
      }),
    ),
  );
  expect(seen).toEqual(['甲', '乙', '丙'].map((name) => Array.from({ length: 5 }, () => name)));
});

it('there is none outside', () => {
  expect(() => currentSite()).toThrow('No site has been loaded before rendering');
});
