/** The dev server answers an address that is none in a line; what comes behind would throw at it. */
import type { Connect, Plugin } from 'vite';

const SAID = '这个网址写得不对，打不开。\n';

export function badAddress(): Plugin {
  return {
    name: 'bureau-press:bad-address',
    // Astro puts its own before all others when all plugins were asked: this one is asked last.
    enforce: 'post',
    configureServer: (server) => () => {
      server.middlewares.stack.unshift({ route: '', handle });
    },
  };
}

const handle: Connect.NextHandleFunction = (request, response, next) => {
  if (isAddress(request.url ?? '/')) return next();
  response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(SAID);
};

function isAddress(url: string): boolean {
  try {
    decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return true;
  } catch {
    return false;
  }
}
