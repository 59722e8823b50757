import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Bun's program for this machine. Its command in `.bin` needs an install script, and none is run here. */
export function bunPath(): string {
  const [program] = globSync(join(PROJECT, 'node_modules/@oven/bun-*/bin/bun{,.exe}'));
  if (program === undefined) throw new Error('There is no Bun for this machine');
  return program;
}

/** Deno's program for this machine. The command in `.bin` starts it as a child, which would outlive a kill. */
export function denoPath(): string {
  const [program] = globSync(join(PROJECT, 'node_modules/@deno/*/deno{,.exe}'));
  if (program === undefined) throw new Error('There is no Deno for this machine');
  return program;
}

/** A module of the project with all it imports, in one minified file. */
export async function bundle(path: string, ...options: string[]): Promise<string> {
  const how = ['--minify', '--format=esm', '--target=browser', ...options];
  const { stdout } = await run(bunPath(), ['build', join(PROJECT, path), ...how]);
  return stdout;
}
