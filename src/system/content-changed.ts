/** A text, or a file that it names, went or can no longer be read since it was checked. */
export class ContentChangedError extends Error {
  override name = 'ContentChangedError';
  // Threads hand on an error's code, not its class.
  readonly code = 'ECONTENTCHANGED';
  readonly path: string;
  /** @param path as staff see it, or absolute */
  constructor(path: string) {
    super(`${path} changed while the site was being built`);
    this.path = path;
  }
}
