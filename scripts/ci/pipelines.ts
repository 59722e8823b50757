/** The pipelines that come with the project: what each host is told to run, read from its own file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Pipeline {
  /** The file, relative to the project. */
  file: string;
  commands(read: unknown): readonly (string | undefined)[];
}

interface GitHub {
  jobs: { build: { steps: { run?: string }[] } };
}
interface GitLab {
  pages: { script: string[] };
}
interface Gitee {
  stages: { steps: { commands?: string[] }[] }[];
}

/** The pipeline that publishes, by host. Gitea and Forgejo read GitHub's. */
const PIPELINES: Readonly<Record<string, Pipeline>> = {
  github: {
    file: '.github/workflows/site.yml',
    commands: (read) => (read as GitHub).jobs.build.steps.map(({ run }) => run),
  },
  gitlab: { file: '.gitlab-ci.yml', commands: (read) => (read as GitLab).pages.script },
  gitee: {
    file: '.workflow/site.yml',
    commands: (read) =>
      (read as Gitee).stages.flatMap(({ steps }) => steps.flatMap(({ commands = [] }) => commands)),
  },
};

/** `github`, `gitlab`, `gitee`. */
export const CI_HOSTS = Object.keys(PIPELINES);

/**
 * The commands of the pipeline that publishes, in their order.
 * @param project the project's folder
 * @throws for a host that is not one of `CI_HOSTS`
 */
export function publishingCommands(project: string, host: string): string[] {
  const pipeline = PIPELINES[host];
  if (!pipeline) throw new Error(`There is no pipeline for ${host}`);
  const read: unknown = parse(readFileSync(join(project, pipeline.file), 'utf8'));
  return pipeline.commands(read).filter((command) => command !== undefined);
}
