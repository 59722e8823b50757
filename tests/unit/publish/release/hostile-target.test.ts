/** Whoever can write to a target must not lead a publisher anywhere else with what stands there. */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuiltFile } from '../../../../src/output/build-record.ts';
import { ledgerParts } from '../../../../src/publish/ledger/ledger-parts.ts';
import {
  ManifestError,
  manifestTree,
  readManifest,
} from '../../../../src/publish/manifest/manifest-tree.ts';
import { isSitePath } from '../../../../src/publish/manifest/site-path.ts';
import { historyText } from '../../../../src/publish/release/history.ts';
import { needsOf, noticesAt, readState } from '../../../../src/publish/release/live-site.ts';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { PENDING } from '../../../../src/publish/release/pending.ts';
import { partPath, ROOT, rootText } from '../../../../src/publish/release/root.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import { aFolder } from '../../../support/a-folder.ts';
import { publish } from './a-target.ts';

const SITE = { 'index.html': 'home' };
const NO_PATHS = [
  '../secret',
  'a/../../secret',
  '/secret',
  'a//b',
  './a',
  '',
  'a\nb',
  'a\tb',
  'a\0b',
  String.raw`..\secret`,
  '_release/root.json',
  '_Release/root.json',
  '_private/pending.json',
];

test.for(NO_PATHS)('%j is no path of a site', (path) => {
  expect(isSitePath(path)).toBe(false);
});

test.for(['index.html', '_releases/a', 'a/_release', '..a/b..', '附件 1.docx', '__proto__'])(
  '%j is one',
  (path) => {
    expect(isSitePath(path)).toBe(true);
  },
);

async function aPlace() {
  const folder = await aFolder({ secret: '机密' });
  const target = folderTarget(join(folder, 'site'));
  return { folder, target, cache: join(folder, 'cache'), secret: join(folder, 'secret') };
}

/** What somebody else writes as the release that is live. */
async function write(target: ReturnType<typeof folderTarget>, files: Map<string, BuiltFile>) {
  const { top, parts } = manifestTree(files);
  const history = historyText([]);
  const texts = new Map([...parts, [hash('sha256', history), history]]);
  const time = '2026-11-26T01:00:00.000Z';
  const root = rootText({
    site: 'https://a.example/',
    sequence: 1,
    time,
    commit: '',
    engine: 'e',
    files: 1,
    bytes: 1,
    top,
    history: hash('sha256', history),
    previous: '',
    aside: '',
  });
  const put = [...texts].map(([name, text]) => ({ path: partPath(name), text }));
  for (const { path, text } of [...put, { path: ROOT, text: root }]) {
    await target.put([{ path, sha256: hash('sha256', text), from: Buffer.from(text) }]);
  }
}

test('a manifest that names a file outside has nothing moved or removed', async () => {
  const { folder, target, cache, secret } = await aPlace();
  await write(target, new Map([['../secret', ['k', hash('sha256', '机密'), 6]]]));
  await expect(publish(target, SITE, { cache })).rejects.toThrow(ManifestError);
  expect(await readFile(secret, 'utf8')).toBe('机密');
  expect(existsSync(join(folder, 'site.aside', hash('sha256', '机密')))).toBe(false);
});

test.for([
  { paths: ['../secret'] },
  { after: { remove: ['../secret'], aside: [], parts: [] } },
  { after: { remove: [], aside: ['../secret'], parts: [] } },
  { after: { remove: [], aside: [], parts: ['../../secret'] } },
])('a publication that was killed, and says %j, is not taken up', async (said) => {
  const { folder, target, cache, secret } = await aPlace();
  await publish(target, SITE, { cache });
  const pending = {
    token: 't',
    process: '',
    who: '',
    since: '2020-01-01T00:00:00.000Z',
    next: hash('sha256', await readFile(join(folder, 'site', ROOT))),
    paths: [],
    after: { remove: [], aside: [], parts: [] },
    ...said,
  };
  await writeFile(
    join(folder, 'site.aside', PENDING.slice('_private/'.length)),
    JSON.stringify(pending),
  );
  await expect(publish(target, { 'index.html': 'new' }, { cache })).rejects.toThrow(ManifestError);
  expect(await readFile(secret, 'utf8')).toBe('机密');
});

test('a few parts that name each other a thousand times are read once each', async () => {
  const leaf = '# leaf\n';
  const parts = new Map([[hash('sha256', leaf), leaf]]);
  let top = hash('sha256', leaf);
  for (let level = 0; level < 6; level += 1) {
    const text = `# node\n${`# a\n${top}  ${top}.txt\n`.repeat(1000)}`;
    top = hash('sha256', text);
    parts.set(top, text);
  }
  let reads = 0;
  await readManifest(top, (name) => {
    reads += 1;
    return Promise.resolve(parts.get(name));
  });
  expect(reads).toBe(7);
});

test.for(['# leaf\nanything\n', '# leaf\n# NaN k\n', '<!DOCTYPE html>', '# leaf\n# 1 k\n'])(
  'a part %j is damaged',
  async (text) => {
    const read = () => Promise.resolve(text);
    await expect(readManifest(hash('sha256', text), read)).rejects.toThrow(ManifestError);
  },
);

test('texts of the record that were lost at the target are there again when everything is sent', async () => {
  const { folder, target, cache } = await aPlace();
  const ledger = ledgerParts([{ address: '/a/', owner: '20260101-a', mark: '' }]);
  const notices = { withdrawn: new Set(['20260101-a']), corrected: new Map<string, number>() };
  for (const text of ['home', 'home again', 'home for the third time'])
    await publish(target, { 'index.html': text }, { cache, ledger, notices });
  const record = join(folder, 'site/_release');
  for (const name of await readdir(record)) {
    if (name.endsWith('.txt')) await rm(join(record, name));
  }

  const site = { 'index.html': 'home for the third time' };
  await publish(target, site, { cache, ledger, notices, sendsAll: true });
  const { read } = partCache(join(folder, 'another machine'), target);
  const { live } = await readState(target, read);
  expect(live?.ledger.lines).toHaveLength(1);
  expect(live && (await noticesAt(live.root, read))).toEqual(notices);
  expect(live?.history).toHaveLength(3);
  for (const past of live?.history ?? []) await needsOf(past, read);
});
