/** Astro's part of a build: compile the pages into a renderer, once for each state of what it is made of. */
import { fork } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language } from '../labels/languages.ts';
import { pathAside, removeAbandoned } from '../system/write-atomically.ts';
import { ChildEndedError } from '../system/child-ended.ts';
import type { CompileAnswer, CompileRequest } from './compile-process.ts';
import type { Renderer } from './keep-renderer.ts';
import { findRenderer, forgetUnused, keepCompiled } from './kept-renderers.ts';
import type { LeasedRenderer } from './kept-renderers.ts';
import { lockFolder } from '../system/lock.ts';
import { madeOf, moduleHashes, rendererInputs } from './made-of.ts';
import type { ModuleHashes, RendererInputs } from './made-of.ts';
import { CACHE, PROJECT } from '../system/project.ts';
import { importRenderer } from './renderer-packages.ts';
import { sourceFiles } from '../system/source-hash.ts';

export interface KeptRenderer extends LeasedRenderer {
  renderer: Renderer;
}

/** Compilations of one cache wait for each other: two of the same would be one too many. Each takes ten seconds. */
const PATIENCE_MS = 600_000;

/** Where renderers are kept. */
const RENDERERS = join(CACHE, 'renderer');
/** Within the project: elsewhere Astro would put all compilations into one place, and move what it made, which other disks refuse. */
const WORK = join(PROJECT, '.cache/compiling/renderer');

/**
 * @param site one of those that it is for, or as much as is known of it
 * @param onCompile called before a compilation, which takes seconds; and whether there was a renderer, but a damaged one
 */
export async function openRenderer(
  { base, config }: { base: string; config: { language: Language } },
  onCompile: (isDamaged: boolean) => void,
): Promise<KeptRenderer> {
  const inputs = rendererInputs(PROJECT, { base, language: config.language });
  const leased =
    (await findRenderer(RENDERERS, inputs, moduleHashes(PROJECT))) ??
    (await compileOnce(inputs, onCompile));
  try {
    return { ...leased, renderer: await importRenderer(leased.entry) };
  } catch (error) {
    leased.giveBack();
    throw error;
  }
}

async function compileOnce(
  inputs: RendererInputs,
  onCompile: (isDamaged: boolean) => void,
): Promise<LeasedRenderer> {
  await mkdir(RENDERERS, { recursive: true });
  const free = await lockFolder(RENDERERS, { patience: PATIENCE_MS, onWait: () => undefined });
  try {
    const before = moduleHashes(PROJECT);
    // Another build may have compiled it meanwhile.
    let isDamaged = false;
    const found = await findRenderer(RENDERERS, inputs, before, () => (isDamaged = true));
    if (found) return found;
    onCompile(isDamaged);
    const work = await pathAside(WORK);
    const compiled = await pathAside(join(RENDERERS, 'compiled'));
    try {
      return await compile(work, compiled, inputs);
    } finally {
      await rm(work, { recursive: true, force: true });
      await rm(compiled, { recursive: true, force: true });
      await removeAbandoned(dirname(WORK));
      await forgetUnused(RENDERERS);
    }
  } finally {
    await free();
  }
}

async function compile(
  work: string,
  compiled: string,
  inputs: RendererInputs,
): Promise<LeasedRenderer> {
  const before = allHashes();
  const { base, language } = inputs;
  const answer = await askProcess({ project: PROJECT, base, language, folder: work });
  if ('error' in answer) {
    const { message, code } = answer.error;
    throw Object.assign(new Error(`The pages were not compiled: ${message}`), { code });
  }
  // What Node keeps of renderers before would fill the disk; another build may be writing there.
  const programs = getCompileCacheDir();
  if (programs) await rm(programs, { recursive: true, force: true }).catch(() => undefined);
  const made = madeOf(inputs, answer, before, moduleHashes(PROJECT));
  await cp(work, compiled, { recursive: true });
  return keepCompiled(RENDERERS, compiled, made);
}

/** As they are now: those that the compilation will read are known only after it. */
function allHashes(): ModuleHashes {
  const now = moduleHashes(PROJECT);
  for (const path of sourceFiles(PROJECT, ['src'])) now(path);
  return now;
}

function askProcess(request: CompileRequest): Promise<CompileAnswer> {
  const script = join(import.meta.dirname, 'compile-process.ts');
  const child = fork(script, {
    // The same renderer whoever asks for it, tests as well.
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    execArgv: [],
    // Astro takes the folder that it is started in for the project.
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (data) => (said += String(data)));
  return new Promise((resolve, reject) => {
    child.on('message', (answer) => resolve(answer as CompileAnswer));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      reject(new ChildEndedError('The process that compiles the pages', code, signal, said));
    });
    // One that has died is told by how it ended, not by the broken pipe to it; one that never began has no pipe.
    if (child.connected) child.send(request, () => undefined);
  });
}
