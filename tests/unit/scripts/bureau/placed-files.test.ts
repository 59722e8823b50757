import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { placedFiles, planFiles } from '../../../../scripts/bureau/placed-files.ts';
import type { FilesPlan } from '../../../../scripts/bureau/placed-files.ts';
import { writeTogether } from '../../../../src/system/write-together.ts';
import { aFolder, writeFiles } from '../../../support/a-folder.ts';
import { seededRandom } from '../../../support/random.ts';

/** Of a file: undefined where it is not there. */
type Text = string | undefined;

async function apply({ changes, removals }: FilesPlan): Promise<void> {
  await writeTogether(changes);
  for (const path of removals) await rm(path);
}

const mapOf = (files: Readonly<Record<string, Text>>): Map<string, string> =>
  new Map(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

it.each<
  [string, is: Text, was: Text, becomes: Text, outcome: Text, told: 'refreshed' | 'kept' | '']
>([
  ['is exchanged that the bureau left as it was', '旧', '旧', '新', '新', 'refreshed'],
  ['whose line ends alone are others', '旧\r\n', '旧\n', '新\n', '新\n', 'refreshed'],
  ['is added', undefined, undefined, '新', '新', 'refreshed'],
  ['is removed that the engine has no more', '旧', '旧', undefined, undefined, 'refreshed'],
  ['stays that the bureau has changed', '自己的', '旧', '新', '自己的', 'kept'],
  [
    'stays that the bureau has changed and the engine has no more',
    '自己的',
    '旧',
    undefined,
    '自己的',
    'kept',
  ],
  ['stays that the bureau had before', '自己的', undefined, '新', '自己的', 'kept'],
  ['stays away that the bureau has removed', undefined, '旧', '新', undefined, ''],
  ['is the new one already', '新', '旧', '新', '新', ''],
  ['is the same in both, and not what the bureau has', '自己的', '旧', '旧', '自己的', ''],
])('a file %s', async (_, is, was, becomes, outcome, told) => {
  const path = '.github/workflows/site.yml';
  const folder = await aFolder({
    'package.json': '{}',
    ...(is === undefined ? {} : { [path]: is }),
  });
  const plan = await planFiles(folder, mapOf({ [path]: was }), mapOf({ [path]: becomes }));
  await apply(plan);
  const file = join(folder, path);
  expect(existsSync(file) ? await readFile(file, 'utf8') : undefined).toBe(outcome);
  expect([plan.refreshed, plan.kept]).toEqual([
    told === 'refreshed' ? [path] : [],
    told === 'kept' ? [path] : [],
  ]);
});

it('nothing that a bureau wrote is lost, and a second time nothing is left to do', async () => {
  const random = seededRandom(11);
  const some = (): Record<string, Text> =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `f${at}`,
        random.pick(['一', '二', '三', '']) || undefined,
      ]),
    );
  const [is, was, becomes] = [some(), some(), some()];
  const folder = await aFolder({ 'package.json': '{}' });
  await writeFiles(folder, Object.fromEntries(mapOf(is)));
  const plan = () => planFiles(folder, mapOf(was), mapOf(becomes));
  await apply(await plan());
  const after = await placedFiles(folder);
  for (const path of Object.keys(is)) {
    const isOwn = is[path] !== was[path];
    expect(after.get(path), path).toBe(isOwn ? is[path] : becomes[path]);
  }
  const { changes, removals } = await plan();
  expect([changes.length, removals]).toEqual([1, []]);
});

const ENGINE = { repository: 'https://git.example.gov.cn/engine.git', commit: '1' };
const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

it('package.json is exchanged part by part, in the order and the indentation of the bureau', async () => {
  const old = {
    name: 'site',
    engine: ENGINE,
    engines: { node: '>=20' },
    scripts: { check: 'a', build: 'a', gone: 'a', dev: 'a', serve: 'a' },
  };
  const own = {
    scripts: { build: 'own', own: 'own', check: 'a', gone: 'a', dev: 'own' },
    name: 'our-site',
    license: 'MIT',
    engine: ENGINE,
    engines: { node: '>=20' },
  };
  const now = {
    ...old,
    engine: { ...ENGINE, commit: '2' },
    engines: { node: '>=22' },
    scripts: { check: 'b', build: 'b', dev: 'a', serve: 'b', upgrade: 'b' },
  };
  const folder = await aFolder({ 'package.json': JSON.stringify(own, undefined, '\t') });
  const plan = await planFiles(
    folder,
    mapOf({ 'package.json': json(old) }),
    mapOf({ 'package.json': json(now) }),
  );
  await apply(plan);
  expect(await readFile(join(folder, 'package.json'), 'utf8')).toBe(
    `${JSON.stringify(
      {
        scripts: { build: 'own', own: 'own', check: 'b', dev: 'own', upgrade: 'b' },
        name: 'our-site',
        license: 'MIT',
        engine: { ...ENGINE, commit: '2' },
        engines: { node: '>=22' },
      },
      undefined,
      '\t',
    )}\n`,
  );
  expect(plan.keptParts).toEqual(['scripts.build']);
});

it('of a new bureau only what is not its own is the engine’s', async () => {
  const folder = await aFolder({
    '.gitlab-ci.yml': '1',
    'content/site.yaml': '2',
    'public/emblem.svg': '3',
    'scripts/setup.mjs': '4',
  });
  expect([...(await placedFiles(folder))].toSorted()).toEqual([
    ['.gitlab-ci.yml', '1'],
    ['scripts/setup.mjs', '4'],
  ]);
});
