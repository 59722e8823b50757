/** What is kept between builds is not what was written: a disk exchanged a letter, or a power cut emptied a file. */
export class KeptDamagedError extends Error {
  override name = 'KeptDamagedError';
  readonly code = 'EKEPTDAMAGED';
  readonly path: string;
  /** @param path absolute, of the file that is another, or that is missing */
  constructor(path: string) {
    super(`${path} is not what was kept there`);
    this.path = path;
  }
}
