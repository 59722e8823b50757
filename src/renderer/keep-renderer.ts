/**
 * The Astro integration that turns Astro into a renderer which outlives its build. It registers the smallest
 * adapter that may have a prerenderer of its own, has Astro compile `renderer-entry.ts`, and hands the compiled
 * folder to `keep` before Astro removes it. All of it is Astro's public adapter interface.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withSite } from '../site/current-site.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { noteModules } from './note-modules.ts';
import type { AstroIntegration, PathWithRoute, RouteData } from 'astro';

const ENTRY = fileURLToPath(new URL('renderer-entry.ts', import.meta.url));

/** The exports of the compiled `renderer-entry.ts`. */
export interface Renderer {
  paths(): Promise<PathWithRoute[]>;
  routes(): RouteData[];
  html(pathname: string, routeData: RouteData): Promise<string>;
  render(request: Request, routeData: RouteData): Promise<Response>;
}

export interface KeepRendererOptions {
  /** Called when `astro build` has compiled the renderer: its folder, and the name of its entry file. */
  keep?: (folder: string, entry: string) => Promise<void>;
  /** The site whose pages Astro renders; without it Astro compiles, and leaves them to whoever uses the kept renderer. */
  site?: () => CurrentSite | undefined;
  /** Called with the modules that the bundler read, for each bundle and style sheet. */
  onModules?: (ids: Iterable<string>) => void;
  /** Called when Astro has rendered its pages. */
  after?: (out: string) => Promise<void>;
}

export function keepRenderer(options: KeepRendererOptions): AstroIntegration {
  const within = <T>(run: () => T): T => {
    const current = options.site?.();
    return current ? withSite(current, run) : run();
  };
  let prerenderFolder = '';
  let entry = '';
  return {
    name: 'bureau-press:keep-renderer',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'bureau-press:renderer',
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:setup': ({ vite, target }) => {
        if (target !== 'server') return;
        const build = vite.environments?.['prerender']?.build;
        if (!build?.rolldownOptions) throw new Error('Astro has no prerender environment');
        build.rolldownOptions.input = ENTRY;
        prerenderFolder = build.outDir ?? '';
        if (options.onModules) (vite.plugins ??= []).push(noteModules(options.onModules));
        (vite.plugins ??= []).push({
          name: 'bureau-press:note-entry',
          generateBundle(_, bundle) {
            for (const chunk of Object.values(bundle)) {
              if (chunk.type === 'chunk' && chunk.facadeModuleId === ENTRY) entry = chunk.fileName;
            }
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        let renderer: Renderer | undefined;
        setPrerenderer({
          name: 'bureau-press:renderer',
          async setup() {
            await options.keep?.(prerenderFolder, entry);
            if (!options.site) return;
            renderer = (await import(pathToFileURL(join(prerenderFolder, entry)).href)) as Renderer;
          },
          getStaticPaths: async () => (await within(() => renderer?.paths())) ?? [],
          render(request, { routeData }) {
            if (!renderer) throw new Error('The renderer has not been set up');
            const { render } = renderer;
            return within(() => render(request, routeData));
          },
        });
      },
      'astro:build:done': async ({ dir }) => {
        if (options.site) await options.after?.(fileURLToPath(dir));
      },
    },
  };
}
