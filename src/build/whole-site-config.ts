/** Astro's configuration when Astro itself does the whole build: `astro build` without our scripts. */
import { join } from 'node:path';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { formatIssues } from '../model/issue.ts';
import { DEFAULT_LANGUAGE } from '../labels/languages.ts';
import { astroConfig } from '../renderer/astro-config.ts';
import { languageOfScripts } from '../renderer/language-of-scripts.ts';
import { otherArtifacts } from './all-artifacts.ts';
import { describeFailure } from './describe-failure.ts';
import { keepRenderer } from '../renderer/keep-renderer.ts';
import { makeFiles } from './make-artifacts.ts';
import { CACHE } from '../system/project.ts';
import { readNow, siteOptions } from '../output/options.ts';
import type { SiteOptions } from '../output/options.ts';
import { refuseForeignFolder } from '../output/out-folder.ts';
import { createOutput } from '../output/output.ts';
import { createProgress } from '../output/progress.ts';
import { readSite } from './read-site.ts';
import type { LoadedSite } from './read-site.ts';

/** The site is the one that the environment names: see `siteOptions`. */
export function wholeSiteConfig(): AstroUserConfig {
  const { SITE_CONTENT, SITE_PUBLIC, SITE_OUT, SITE_NOW } = process.env;
  const options = siteOptions({
    content: SITE_CONTENT,
    public: SITE_PUBLIC,
    out: SITE_OUT,
    now: presentFrom(SITE_NOW),
  });
  let current: LoadedSite | undefined;
  const finish = async (out: string): Promise<void> => {
    if (!current) throw new Error('The site was rendered before it was read');
    const progress = createProgress(process.stderr);
    const output = createOutput(out);
    const { artifacts, issues, mend } = await otherArtifacts(current, true, progress);
    if (issues.length > 0) process.stderr.write(`${formatIssues(issues)}\n`);
    await makeFiles(artifacts, { renditions: current.renditions, output, progress, mend });
    await output.finish();
  };
  return astroConfig({
    base: '/',
    language: DEFAULT_LANGUAGE,
    outDir: options.out,
    // The bureau's files are copied with the rest: litter is left out.
    publicDir: join(CACHE, 'no-public'),
    integrations: [
      siteOfBuild(options, (read) => (current = read)),
      keepRenderer({ site: () => current, after: finish }),
    ],
  });
}

/** Wrong use ends with 2, as it does in the scripts. */
function presentFrom(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const reading = readNow(written);
  if ('text' in reading) return reading.text;
  process.stderr.write(`SITE_NOW：${reading.message}\n${reading.fix}\n`);
  return process.exit(2);
}

/** Reads the site where pages are going to be rendered; `astro check` needs none. */
function siteOfBuild(
  options: SiteOptions,
  onRead: (current: LoadedSite) => void,
): AstroIntegration {
  return {
    name: 'bureau-press:site',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        if (command !== 'build' && command !== 'dev') return;
        if (command === 'build') await refuse(options);
        const { current, issues } = await readSite(options);
        if (!current) {
          // Astro would print a stack trace around an exception.
          process.stderr.write(`${formatIssues(issues)}\n`);
          process.exit(1);
        }
        onRead(current);
        const { base, config } = current.site;
        updateConfig({ base, vite: { plugins: [languageOfScripts(config.language)] } });
      },
    },
  };
}

/** Astro empties the folder before it asks anybody, and would print a stack trace around an exception. */
async function refuse(options: SiteOptions): Promise<void> {
  const error: unknown = await refuseForeignFolder(options).catch((reason: unknown) => reason);
  if (error === undefined) return;
  const failure = describeFailure(error, options);
  if (!failure) throw error;
  process.stderr.write(`${failure.message}\n`);
  process.exit(failure.kind === 'wrong use' ? 2 : 3);
}
