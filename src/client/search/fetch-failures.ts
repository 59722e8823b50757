/** How many fetches below a path (the address of a folder) have failed so far. */
export type FailureCount = (path: string) => number;

/**
 * Notes every fetch of this page that fails, from now on. Pagefind catches the failures of its own fetches and
 * goes on without the file, so its answer "nothing" cannot otherwise be told from a cut network.
 */
export function watchFetchFailures(): FailureCount {
  const failed: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : absolute(input);
    try {
      const response = await fetch(input, init);
      if (!response.ok) failed.push(url);
      return response;
    } catch (error) {
      failed.push(url);
      throw error;
    }
  };
  return (path) => failed.filter((url) => url.startsWith(absolute(path))).length;
}

const absolute = (address: string | URL) => new URL(address, document.baseURI).href;
