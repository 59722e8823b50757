/** A Vite plugin that tells of all that goes into a bundle: its modules, and the style sheets that others import. */
import { preprocessCSS } from 'vite';
import type { Plugin, ResolvedConfig } from 'vite';

export function noteModules(onModules: (ids: Iterable<string>) => void): Plugin {
  let config: ResolvedConfig | undefined;
  return {
    name: 'bureau-press:note-modules',
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved;
    },
    transform: {
      filter: { id: /\.css(?:\?|$)/ },
      // What a sheet imports becomes part of it, and is no module.
      async handler(code, id) {
        if (!config) return;
        const { deps } = await preprocessCSS(code, id, config);
        onModules(deps ?? []);
      },
    },
    buildEnd() {
      onModules(this.getModuleIds());
    },
  };
}
