/** The pipelines that come with the project: what each host is told to do, read from its own file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What made the host run it. */
export type CiEvent = 'push' | 'schedule';

/** One thing that a host does. */
export interface CiStep {
  /** For a shell; undefined where the host's own program does it. */
  run?: string;
  /** The program: `actions/checkout@…`. */
  uses?: string;
  with?: Readonly<Record<string, unknown>>;
  id?: string;
  /** An expression of GitHub's: the step is left out where it is false. */
  if?: string;
  env?: Readonly<Record<string, string>>;
  'working-directory'?: string;
}

interface Pipeline {
  /** The file, relative to the project. */
  file: string;
  /** As GitHub's steps: the others clone, and take what is kept, before the first command. */
  steps(read: unknown, event: CiEvent): readonly CiStep[];
}

interface GitHub {
  jobs: { publish: { steps: CiStep[] } };
}
interface GitLabJob {
  script: string[];
  cache?: { paths: string[] };
}
type GitLab = Readonly<Record<'publish' | 'publish-on-schedule', GitLabJob>>;
interface Gitee {
  stages: { steps: { commands?: string[]; caches?: string[] }[] }[];
}

const CLONE: CiStep = { uses: 'actions/checkout@', with: {} };

/** The pipeline that publishes where PUBLISH_TO is set, by host. Gitea and Forgejo read GitHub's. */
const PIPELINES: Readonly<Record<string, Pipeline>> = {
  github: {
    file: '.github/workflows/site.yml',
    steps: (read) => (read as GitHub).jobs.publish.steps,
  },
  gitlab: {
    file: '.gitlab-ci.yml',
    steps(read, event) {
      const jobs = read as GitLab;
      const { script, cache } = jobs[event === 'push' ? 'publish' : 'publish-on-schedule'];
      return [CLONE, ...kept(cache?.paths), { run: script.join('\n') }];
    },
  },
  gitee: {
    file: '.workflow/site.yml',
    steps: (read) =>
      (read as Gitee).stages
        .flatMap(({ steps }) => steps)
        .flatMap(({ commands, caches }) =>
          commands ? [CLONE, ...kept(caches), { run: commands.join('\n') }] : [],
        ),
  },
};

function kept(paths: readonly string[] = []): CiStep[] {
  const path = paths.map((each) => each.replace(/\/$/, '')).join('\n');
  return path === '' ? [] : [{ uses: 'actions/cache@', with: { path } }];
}

/** `github`, `gitlab`, `gitee`. */
export const CI_HOSTS = Object.keys(PIPELINES);

/**
 * What the host does to publish, in its order.
 * @param project the project's folder
 * @throws for a host that is not one of `CI_HOSTS`
 */
export function publishingSteps(project: string, host: string, event: CiEvent): readonly CiStep[] {
  const pipeline = PIPELINES[host];
  if (!pipeline) throw new Error(`There is no pipeline for ${host}`);
  const text = readFileSync(join(project, pipeline.file), 'utf8');
  return pipeline.steps(parse(text, { merge: true }), event);
}
