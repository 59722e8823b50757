/** The pipelines that come with the project: their shape, by what each host's file says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { CI_HOSTS, publishingSteps } from '../../../scripts/ci/pipelines.ts';
import type { CiEvent, CiStep } from '../../../scripts/ci/pipelines.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const read = (file: string): unknown => parse(readFileSync(join(PROJECT, file), 'utf8'));
const ENGINE = [
  'src',
  'scripts',
  'tests',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
];

/** What each host shows beside the line where the problem is. */
const CHECKS: Readonly<Record<string, string>> = {
  github: 'npm run check -- --format github',
  gitlab: 'npm run --silent check -- --format gitlab > gl-code-quality-report.json',
  gitee: 'npm run check',
};

const LOOK = 'node scripts/ci/must-publish.mjs';
const QUIT = `if ${LOOK} | grep -qx publish=false; then exit 0; fi`;
const PUBLISH = 'npm run publish -- --to "${PUBLISH_TO:-.cache/pages}"';

/** The lines that a host runs when something is to be published. */
const commands = (host: string, event: CiEvent): string[] =>
  publishingSteps(PROJECT, host, event).flatMap(({ run }) => run?.trim().split('\n') ?? []);

test.for([
  ['github', 'push', [`${LOOK} >> "$GITHUB_OUTPUT"`], 'npm run publish'],
  ['gitlab', 'push', [], PUBLISH],
  ['gitlab', 'schedule', [QUIT], 'npm run publish'],
  [
    'gitee',
    'push',
    ['set -e', 'mkdir -p .cache/pages', QUIT.replace('if ', 'if [ -n "$PUBLISH_TO" ] && ')],
    PUBLISH,
  ],
] as const)('%s, %s: installs, checks and publishes, and runs no test', (row) => {
  const [host, event, before, last] = row;
  const check = event === 'schedule' ? 'npm run check' : CHECKS[host];
  expect(commands(host, event)).toEqual([...before, 'node scripts/setup.mjs', check, last]);
});

test('every host has one', () => {
  expect(CI_HOSTS).toEqual(['github', 'gitlab', 'gitee']);
});

interface Workflow {
  on: Record<string, { paths?: string[]; branches?: string[] }>;
  permissions: unknown;
  concurrency: { group: string; 'cancel-in-progress': boolean };
  jobs: Record<string, { permissions: Record<string, string>; steps: CiStep[] }>;
}

const WORKFLOWS = readdirSync(join(PROJECT, '.github/workflows'));

describe.each(WORKFLOWS)('.github/workflows/%s', (name) => {
  const file = `.github/workflows/${name}`;
  const workflow = read(file) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('pins every action to a commit, and names its release', () => {
    const uses = readFileSync(join(PROJECT, file), 'utf8').match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses)
      expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('gives each job its own permissions, and a clone no key', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      const writes = Object.entries(job.permissions).filter(([, right]) => right === 'write');
      expect(job.steps.some(({ run }) => run) && writes.length > 0).toBe(false);
    }
    const clones = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const clone of clones) expect(clone.with?.['persist-credentials']).toBe(false);
  });

  it('keeps two runs apart', () => {
    expect(workflow.concurrency.group).not.toBe('');
    expect(workflow.concurrency['cancel-in-progress']).toBe(name !== 'site.yml');
  });

  it('keeps what is installed and what is known, under the lock file', () => {
    const cache = steps.find(({ uses }) => uses?.startsWith('actions/cache@'))?.with;
    expect(String(cache?.['path']).trim().split('\n')).toEqual(['node_modules', '.cache']);
    expect(cache?.['key']).toContain("hashFiles('package-lock.json')");
  });
});

describe('what is to be merged is checked where content changed, and nothing is published', () => {
  it('on GitHub', () => {
    const { on, jobs } = read('.github/workflows/check.yml') as Workflow;
    expect(on).toEqual({ pull_request: { paths: ['content/**', 'public/**'] } });
    const [job, ...others] = Object.values(jobs);
    expect([job?.permissions, others]).toEqual([{ contents: 'read' }, []]);
    expect(job?.steps.flatMap(({ run = [] }) => run)).toEqual([
      'node scripts/setup.mjs',
      CHECKS['github'],
    ]);
  });

  it('on GitLab, which gets the report whether or not the check passes', () => {
    const { check, publish, pages } = parse(readFileSync(join(PROJECT, '.gitlab-ci.yml'), 'utf8'), {
      merge: true,
    }) as Record<
      'check' | 'publish' | 'pages',
      { script: string[]; artifacts: { when: string; reports: unknown; paths?: string[] } }
    >;
    expect(check.script).toEqual(['node scripts/setup.mjs', CHECKS['gitlab']]);
    const reports = { codequality: 'gl-code-quality-report.json' };
    expect(check.artifacts).toEqual({ when: 'always', reports, expire_in: '1 week' });
    expect(publish.artifacts).toEqual(check.artifacts);
    expect(pages.artifacts).toEqual({ ...check.artifacts, paths: ['.cache/pages'] });
    expect(pages.script).toEqual(publish.script);
  });
});

test('GitHub publishes at every push to main, and looks every quarter of an hour', () => {
  const { on } = read('.github/workflows/site.yml') as Workflow;
  expect(Object.keys(on)).toEqual(['push', 'schedule', 'workflow_dispatch']);
  expect(on['push']).toEqual({ branches: ['main'] });
  expect(on['schedule']).toEqual([{ cron: '7,22,37,52 * * * *' }]);
});

test('GitHub does nothing more where there is nothing to publish', () => {
  const { jobs } = read('.github/workflows/site.yml') as Workflow;
  const steps = jobs['publish']?.steps ?? [];
  const conditions = steps.map((step) => step.if);
  const [first, second, ...others] = conditions;
  expect([first, second]).toEqual(Array(2).fill("github.event_name == 'schedule'"));
  expect(others.length).toBe(7);
  for (const each of others) expect(each).toMatch(/^steps\.look\.outputs\.publish != 'false'/);
});

describe('the tests of the engine', () => {
  const names = (paths: readonly string[]) => paths.map((path) => path.replace(/\/\*\*.*$/, ''));

  it('run on GitHub where the engine changed', () => {
    const { on, jobs } = read('.github/workflows/engine.yml') as Workflow;
    for (const event of ['push', 'pull_request']) {
      const paths = names(on[event]?.paths ?? []);
      expect(paths).toEqual(expect.arrayContaining(ENGINE));
      expect(paths.filter((path) => /^(?:content|public)\b|^\*/.test(path))).toEqual([]);
    }
    expect(jobs['test']?.steps.at(-1)?.run).toBe('npm test');
  });

  it('run on GitLab where the engine changed', () => {
    const { engine, ...jobs } = read('.gitlab-ci.yml') as Record<
      'engine' | 'publish' | 'publish-on-schedule' | 'pages',
      { script: string[]; rules: { changes?: string[] }[]; resource_group?: string }
    >;
    expect(engine.script).toEqual(['npm test']);
    expect(engine.rules).toHaveLength(1);
    expect(names(engine.rules[0]?.changes ?? [])).toEqual(expect.arrayContaining(ENGINE));
    for (const job of ['publish', 'publish-on-schedule', 'pages'] as const) {
      expect(jobs[job].resource_group).toBe('site');
    }
  });

  it('run on Gitee where the engine changed', () => {
    const text = readFileSync(join(PROJECT, '.workflow/engine.yml'), 'utf8');
    const { stages } = parse(text) as { stages: { steps: { commands: string[] }[] }[] };
    const [command = ''] = stages.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands));
    const [guard = '', tests] = command.split(' || ');
    expect(tests).toBe('npm test');
    expect(guard.split(' -- ')[1]?.split(' ')).toEqual(expect.arrayContaining(ENGINE));
  });
});

describe('a run a week judges the site with all of its history, and keeps the report', () => {
  const INSPECT = 'npm run inspect -- --report .cache/inspection --keep --warn-days 10';
  const OUTBOUND = 'npm run inspect -- --report .cache/inspection --outbound';

  it('on GitHub', () => {
    const { on, jobs } = read('.github/workflows/inspect.yml') as Workflow & {
      on: { schedule: { cron: string }[] };
    };
    const [weekly = '', nightly = ''] = on.schedule.map(({ cron }) => cron);
    expect(weekly).toMatch(/ \* \* 1$/);
    const steps = jobs['inspect']?.steps ?? [];
    expect(steps[0]?.with?.['fetch-depth']).toBe(0);
    expect(steps.find(({ run }) => run === OUTBOUND)?.if).toContain(`!= '${weekly}'`);
    expect(steps.find(({ run }) => run === INSPECT)?.if).toContain(`!= '${nightly}'`);
    expect(steps.at(-1)).toMatchObject({
      if: expect.stringContaining('always()'),
      with: { path: '.cache/inspection' },
    });
  });

  it('on GitLab and Gitee', () => {
    const { inspect } = read('.gitlab-ci.yml') as {
      inspect: { variables: object; script: string[]; artifacts: object };
    };
    expect(inspect.variables).toEqual({ GIT_DEPTH: '0' });
    expect(inspect.script.slice(1)).toEqual([`${OUTBOUND} || true`, INSPECT]);
    expect(inspect.artifacts).toMatchObject({ when: 'always', paths: ['.cache/inspection/'] });
    const gitee = readFileSync(join(PROJECT, '.workflow/inspect.yml'), 'utf8');
    expect(gitee).toContain('git fetch --unshallow');
    expect(gitee).toContain(INSPECT);
  });
});

test('no pipeline holds a secret', () => {
  const files = [
    ...WORKFLOWS.map((name) => `.github/workflows/${name}`),
    '.gitlab-ci.yml',
    '.workflow/site.yml',
    '.workflow/inspect.yml',
    '.workflow/engine.yml',
  ];
  for (const file of files) {
    const text = readFileSync(join(PROJECT, file), 'utf8');
    // What the host keeps, under its name.
    const own = text.replaceAll(/^ +(S3_\w+): \$\{\{ secrets\.\1 \}\}$/gm, '');
    expect(own).not.toMatch(/secrets\.|(?<!id-)token:\s*\S|password|AKIA|LTAI/i);
  }
});
