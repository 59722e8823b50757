/** A thousand sites changed at random: no address that was published is lost, and views are counted where they were. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Issue } from '../../../../src/model/issue.ts';
import { countedAs } from '../../../../src/site/counted-as.ts';
import { goneAddresses } from '../../../../src/site/gone-addresses.ts';
import { judgeLedger } from '../../../../src/site/ledger/judge-ledger.ts';
import { isArticleOwner } from '../../../../src/site/ledger/ledger-line.ts';
import { withLines } from '../../../../src/site/ledger/record-addresses.ts';
import { presentLines } from '../../../../src/site/ledger/present-lines.ts';
import { readLedger } from '../../../../src/site/ledger/read-ledger.ts';
import { movedAddresses } from '../../../../src/site/old-addresses.ts';
import type { Site } from '../../../../src/site/site.ts';
import { anArticle } from '../../../support/a-site.ts';
import { aFolder } from '../../../support/a-folder.ts';
import { History } from '../../../support/address-history.ts';
import { seededRandom } from '../../../support/random.ts';

const HISTORIES = 1000;
const STEPS = 14;

interface Ledger {
  path: string;
  file: string;
}

it(`of ${HISTORIES} histories none loses an address`, { timeout: 120_000 }, async () => {
  const file = 'content/addresses.tsv';
  const ledger = { path: join(await aFolder(), 'addresses.tsv'), file };
  const lost: string[] = [];
  let stopped = 0;
  let moved = 0;
  let gone = 0;
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    const random = seededRandom(seed);
    const history = new History(random);
    const published = new Set<string>();
    writeFileSync(ledger.path, '');
    for (let step = 0; step < STEPS; step += 1) {
      history.step();
      if (random.next() < 0.4) continue;
      const judged = mended(history, ledger);
      stopped += judged.stopped;
      const { site } = judged;
      const recorded = withLines(ledger, presentLines(site));
      if ('issues' in recorded) throw new Error(`${seed}: ${recorded.issues[0]?.message}`);
      writeFileSync(ledger.path, recorded.text);
      for (const address of history.addresses()) published.add(address);

      const now = new Set(history.addresses());
      const to = new Map(movedAddresses(site).map((each) => [each.path, each.to]));
      const end = new Set(goneAddresses(site).map(({ path }) => path));
      for (const address of published) {
        const target = to.get(address);
        const isLive = now.has(address) && target === undefined && !end.has(address);
        const isMoved =
          target !== undefined && now.has(decodeURIComponent(target)) && !to.has(target);
        if (isMoved) moved += 1;
        if (end.has(address)) gone += 1;
        if (!isLive && !isMoved && !end.has(address))
          lost.push(`${seed}/${step} ${address} ${target}`);
      }
      for (const text of history.texts.filter(({ state }) => state === 'published')) {
        const counted = countedAs(site, text.article);
        text.counted ??= counted;
        if (text.counted !== counted) lost.push(`${seed}/${step} views of ${text.counted}`);
      }
    }
  }
  expect(lost).toEqual([]);
  // All three ends were met, and staff were asked.
  expect(Math.min(stopped, moved, gone)).toBeGreaterThan(HISTORIES);
});

/** The site when staff have done for each issue what it says. */
function mended(history: History, ledger: Ledger): { site: Site; stopped: number } {
  let stopped = 0;
  for (let round = 0; round < 5; round += 1) {
    const site = history.site();
    const { lasting, issues } = judgeLedger({ site, articles: history.known(), ...ledger });
    if (issues.length === 0) return { site: { ...site, lasting }, stopped };
    stopped += issues.length;
    for (const issue of issues) mend(history, ledger, issue);
  }
  throw new Error('The remedies do not help');
}

function mend(history: History, ledger: Ledger, { message, fix }: Issue): void {
  const [, address = ''] = /「(\/[^」]*)」/.exec(message) ?? [];
  let owner = '';
  readLedger(ledger.path, ledger.file, (line) => {
    if (line.address === address) owner = line.owner;
  });
  const [, name = ''] = /npm run withdraw -- (\S+)/.exec(fix) ?? [];
  const draft = history.texts.find(({ article }) => article.id === name);
  if (draft) return history.takeBack(draft);
  const renamed = history.texts.find(
    ({ counted, state }) => counted === owner && state === 'published',
  );
  if (renamed && fix.includes(`npm run rename ${name} `)) {
    return note(ledger, history.pageOf(renamed.article), owner);
  }
  if (isArticleOwner(owner)) {
    const article = anArticle({ id: name, column: history.columns[0]?.slug ?? '' });
    const text = { article, state: 'withdrawn' as const };
    history.takeBack(text);
    history.texts.push(text);
    return;
  }
  const isAsked = !/^(?:column|list)/.test(owner) && name.length % 2 === 0;
  if (isAsked) return note(ledger, address, 'withdrawn');
  history.redirects.push({
    from: address,
    to: `/${history.path(history.columns[0]?.slug ?? '')}/`,
  });
}

/** What the commands write. */
function note(ledger: Ledger, address: string, owner: string): void {
  const recorded = withLines(ledger, [{ address, owner, mark: '' }]);
  if ('issues' in recorded) throw new Error('The ledger has issues');
  writeFileSync(ledger.path, recorded.text);
}
