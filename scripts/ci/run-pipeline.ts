/** Runs a host's steps as they are written, in a fresh clone: its own programs (clone, cache) are stood in for. */
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { evaluate, expand, isTrue } from './expressions.ts';
import type { CiEvent, CiStep } from './pipelines.ts';

export interface PipelineRun {
  steps: readonly CiStep[];
  event: CiEvent;
  /** The repository that is cloned. */
  repository: string;
  /** Where the host works: emptied before. */
  workspace: string;
  /** Where the host keeps what steps of `actions/cache` name. */
  cache: string;
  /** What the operator set: PUBLISH_TO and the like. */
  variables: Readonly<Record<string, string>>;
  /** Called with each command before it runs. */
  onCommand?: (command: string) => void;
  /** Called with what commands print. */
  onText?: (text: string) => void;
}

/** @returns the command that failed, if one did */
export async function runPipeline(run: PipelineRun): Promise<string | undefined> {
  const { workspace, steps } = run;
  await rm(workspace, { recursive: true, force: true });
  await mkdir(workspace, { recursive: true });
  const outputs = new Map<string, string>();
  const values = (name: string): string => {
    const [scope = '', ...rest] = name.split('.');
    if (name === 'github.event_name') return run.event;
    if (name === 'github.server_url') return 'http://localhost';
    if (scope === 'vars' || scope === 'secrets') return run.variables[rest.join('.')] ?? '';
    if (scope === 'steps') return outputs.get(name) ?? '';
    throw new Error(`Nothing is known of ${name}`);
  };
  const cached: string[] = [];
  try {
    for (const step of steps) {
      if (step.if !== undefined && !isTrue(evaluate(step.if, values))) continue;
      if (step.uses?.startsWith('actions/checkout@')) await clone(step, run);
      if (step.uses?.startsWith('actions/cache@')) {
        cached.push(...String(step.with?.['path']).trim().split('\n'));
        await restore(cached, run.cache, workspace);
      }
      if (step.run === undefined) continue;
      run.onCommand?.(step.run);
      const env = Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, text]) => [name, expand(text, values)]),
      );
      const told = join(workspace, '.outputs');
      if (!(await command(step, run, { ...env, GITHUB_OUTPUT: told }))) return step.run;
      const lines = await readFile(told, 'utf8').catch(() => '');
      await rm(told, { force: true });
      for (const [, name, value = ''] of lines.matchAll(/^(\w+)=(.*)$/gm)) {
        outputs.set(`steps.${step.id}.outputs.${name}`, value);
      }
    }
    return undefined;
  } finally {
    await restore(cached, workspace, run.cache);
  }
}

/** Into a folder of its own, or in the place of all that is there, as the action does. */
async function clone(step: CiStep, { repository, workspace }: PipelineRun): Promise<void> {
  const { path = '.', 'sparse-checkout': only } = step.with ?? {};
  const folder = join(workspace, String(path));
  for (const name of await readdir(folder).catch(() => [])) {
    await rm(join(folder, name), { recursive: true });
  }
  await git('clone', '--quiet', '--depth=1', '--no-checkout', `file://${repository}`, folder);
  if (only !== undefined) {
    const patterns = String(only).trim().split('\n');
    await git('-C', folder, 'sparse-checkout', 'set', '--no-cone', ...patterns);
  }
  await git('-C', folder, 'checkout', '--quiet');
}

async function git(...words: string[]): Promise<void> {
  const child = spawn('git', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`git ${words.join(' ')} failed`);
}

/** Moves what is there from one folder into the other. */
async function restore(paths: readonly string[], from: string, to: string): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await rename(join(from, path), join(to, path)).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    });
  }
}

/** As the hosts run it: the first command that fails ends it, and so does one of a pipe. */
async function command(
  { run: text = '', 'working-directory': folder = '.' }: CiStep,
  { workspace, event, variables, onText }: PipelineRun,
  env: Readonly<Record<string, string>>,
): Promise<boolean> {
  const script = join(workspace, '.script');
  await writeFile(script, text);
  const { SITE_CACHE: _, ...own } = process.env;
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: join(workspace, folder),
    env: { ...own, CI_PIPELINE_SOURCE: event, ...variables, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const out of [child.stdout, child.stderr]) {
    out.setEncoding('utf8').on('data', (said: string) => onText?.(said));
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  await rm(script, { force: true });
  return status === 0;
}
