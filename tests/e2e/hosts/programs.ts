/** nginx and Caddy over built sites, set up as their examples say: what is changed in them is what an operator changes. */
import { spawn, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Program = 'nginx' | 'caddy';

export interface Hosted {
  dist: string;
  /** The name by which it is asked for. */
  hostname: string;
  /** Where `npm run serve` of this site listens. */
  counter?: number;
}

export interface Running {
  port: number;
  stop(): Promise<void>;
}

export function isInstalled(program: Program): boolean {
  return spawnSync(program, [program === 'nginx' ? '-v' : 'version']).status === 0;
}

/** @param folder for its own files */
export async function start(
  program: Program,
  folder: string,
  sites: readonly Hosted[],
): Promise<Running> {
  const examples = await Promise.all(
    sites.map(({ dist }) => readFile(join(dist, `example.${program}`), 'utf8')),
  );
  const write = (port: number): string =>
    sites
      .map((site, index) => {
        const example = examples[index] ?? '';
        if (program === 'caddy') return caddyPart(example, site, port);
        const part = nginxPart(example, site, port);
        return index === 0 ? part : part.replaceAll(/^map_hash_.*\n/gm, '');
      })
      .join('\n');
  return startWith(program, folder, write, await counterVariables(sites));
}

/** @param write the sites' part of the configuration, once the port is known */
export async function startWith(
  program: Program,
  folder: string,
  write: (port: number) => string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort();
  const file = join(folder, program === 'nginx' ? 'nginx.conf' : 'Caddyfile');
  const whole = program === 'nginx' ? nginxWhole : caddyWhole;
  await writeFile(file, whole(folder, write(port)));
  const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, ...variables };
  check(program, file, env);
  const args = program === 'nginx' ? ['-c', file] : ['run', '--config', file, ...CADDYFILE];
  const child = spawn(program, args, { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await answering(port);
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const CADDYFILE = ['--adapter', 'caddyfile'];

/** As the examples say it; a warning is a failure, too. */
function check(program: Program, file: string, env: NodeJS.ProcessEnv): void {
  const args = program === 'nginx' ? ['-t', '-c', file] : ['validate', '--config', file];
  const all = program === 'nginx' ? args : [...args, ...CADDYFILE];
  const { status, stderr } = spawnSync(program, all, { encoding: 'utf8', env });
  const warnings = program === 'nginx' ? /\[(?:warn|emerg)\].*/.exec(stderr) : null;
  if (status !== 0 || warnings) throw new Error(stderr);
}

function nginxPart(text: string, { dist, hostname, counter }: Hosted, port: number): string {
  return text
    .replaceAll('/opt/bureau-press/dist', dist)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('  listen [::]:80;\n', '')
    .replace(/server_name .*;/, `server_name ${hostname};`)
    .replace('127.0.0.1:4321', `127.0.0.1:${counter ?? 9}`);
}

function nginxWhole(folder: string, sites: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  // Its workers would be another user's, who may not look into the folder.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  return `${user}daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1;\nevents {}\nhttp {\naccess_log off; ${temporary}\n${sites}\n}\n`;
}

function caddyPart(text: string, { dist, hostname }: Hosted, port: number): string {
  return text
    .replaceAll('/opt/bureau-press/dist', dist)
    .replace(/^[\w.-]+ \{$/m, `http://${hostname}:${port} {`);
}

function caddyWhole(folder: string, sites: string): string {
  return `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}/storage\n}\n${sites}\n`;
}

/** Caddy is told by its environment where the counters are. */
async function counterVariables(sites: readonly Hosted[]): Promise<Record<string, string>> {
  const all = await Promise.all(
    sites.map(async ({ dist, counter }): Promise<[string, string]> => {
      const example = await readFile(join(dist, 'example.caddy'), 'utf8');
      return [/SITE_\w+_VIEWS/.exec(example)?.[0] ?? '', `127.0.0.1:${counter ?? 9}`];
    }),
  );
  return Object.fromEntries(all);
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const isUp = await new Promise((resolve) => {
      const sent = request({ host: '127.0.0.1', port, path: '/' }, (response) => {
        response.resume();
        resolve(true);
      });
      sent.once('error', () => resolve(false));
      sent.end();
    });
    if (isUp) return;
    if (tries > 200) throw new Error(`nothing answers on ${port}`);
    await sleep(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
