/** Whatever happens below a folder is heard of, also of what took the place of another. */
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { watchFolder } from '../../../src/build/watch-folder.ts';
import { aFolder } from '../../support/a-folder.ts';

/** Watches a folder below a new one. */
async function aWatch(files: Readonly<Record<string, string>>) {
  const above = await aFolder(files);
  const at = (path: string): string => join(above, path);
  let heard = 0;
  const end = watchFolder(
    at('w'),
    () => (heard += 1),
    (error) => expect(error).toBeUndefined(),
  );
  onTestFinished(end);
  const hears = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    await new Promise((done) => setTimeout(done, 60));
    heard = 0;
    await act();
    await expect.poll(() => heard, { timeout: 3_000, message: what }).toBeGreaterThan(0);
  };
  return { at, hears, heard: () => heard };
}

it('a file is heard of when it is written, exchanged, renamed and removed, time and again', async () => {
  const { at, hears } = await aWatch({ 'w/columns.yaml': '1', 'w/a/b/x.md': '1' });
  for (const path of ['w/columns.yaml', 'w/a/b/x.md']) {
    await hears('a change', () => writeFile(at(path), '2'));
    await writeFile(at('aside'), '3');
    await hears('an exchange', () => rename(at('aside'), at(path)));
    await hears('a change behind it', () => writeFile(at(path), '4'));
    await hears('another name', () => rename(at(path), at(`${path}.old`)));
    await hears('a new file', () => writeFile(at(path), '5'));
    await hears('a change of it', () => writeFile(at(path), '6'));
    await hears('its end', () => rm(at(path)));
  }
});

it('folders are heard of, and what is in those that came, were renamed or exchanged', async () => {
  const { at, hears } = await aWatch({ 'w/a/x.md': '1', 'other/p/q/1.jpg': '1' });
  await hears('a new folder', () => mkdir(at('w/n/m'), { recursive: true }));
  await hears('a file in it', () => writeFile(at('w/n/m/1.jpg'), '1'));
  await hears('another name', () => rename(at('w/n'), at('w/k')));
  await hears('a file below it', () => writeFile(at('w/k/m/1.jpg'), '2'));
  await hears('a folder moved in', () => rename(at('other/p'), at('w/p')));
  await hears('a file in that', () => writeFile(at('w/p/q/1.jpg'), '2'));
  await hears('its end', () => rm(at('w/p'), { recursive: true }));
  await cp(at('w/a'), at('copy'), { recursive: true });
  await hears('an exchange', async () => {
    await rm(at('w/a'), { recursive: true });
    await rename(at('copy'), at('w/a'));
  });
  await hears('a file in the other', () => writeFile(at('w/a/x.md'), '3'));
});

it('the folder itself may be missing, come and go', async () => {
  const { at, hears, heard } = await aWatch({});
  await hears('its coming', () => mkdir(at('w')));
  await hears('a file', () => writeFile(at('w/1.txt'), '1'));
  await hears('its end', () => rm(at('w'), { recursive: true }));
  await hears('its return', () => mkdir(at('w')));
  await hears('a file again', () => writeFile(at('w/1.txt'), '1'));
  await new Promise((done) => setTimeout(done, 60));
  const before = heard();
  await writeFile(at('beside.txt'), '1');
  await new Promise((done) => setTimeout(done, 60));
  expect(heard()).toBe(before);
});
