/** The second bureau, and the sample where `content/` is still it, built and served once for all browser tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isSample } from '../../support/is-sample.ts';
import { serveBuilt } from './serve-built.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the sample site, with its slash; empty in a bureau's own project. */
    sample: string;
    /** Folder of the built sample site; empty in a bureau's own project. */
    sampleDist: string;
    /** Address of the second bureau's site, sub-path included. */
    other: string;
    otherDist: string;
  }
}

const PROJECT = resolve(import.meta.dirname, '../../..');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env['SITE_CACHE'] ??= join(PROJECT, '.cache/tests');
  const folder = await mkdtemp(join(tmpdir(), 'bureau-press-e2e-'));
  const sample = isSample(PROJECT) ? await serveBuilt(PROJECT, join(folder, 'sample')) : undefined;
  const other = await serveBuilt(
    join(PROJECT, 'tests/fixtures/other-bureau'),
    join(folder, 'other'),
  );
  project.provide('sample', sample?.url ?? '');
  project.provide('sampleDist', sample?.dist ?? '');
  project.provide('other', other.url);
  project.provide('otherDist', other.dist);
  return async () => {
    await Promise.all([sample?.close(), other.close()]);
    await rm(folder, { recursive: true, force: true });
  };
}
