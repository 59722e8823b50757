/** What pages ask of pictures: how to show the one in a file. */
import { resolve } from 'node:path';
import type { Picture } from '../model/body.ts';
import type { PictureFault, Reading } from './picture-facts.ts';
import { pictureOf } from './renditions.ts';

/** Thrown by `describe` for a file that the checks would have refused. */
export class PictureError extends Error {
  // The checks have refused such a file: it was exchanged since.
  readonly code = 'ECONTENTCHANGED';
  readonly file: string;
  readonly fault: PictureFault;

  constructor(file: string, fault: PictureFault) {
    super(`${file} cannot be published: ${fault}`);
    this.name = 'PictureError';
    this.file = file;
    this.fault = fault;
  }
}

export interface PictureLookup {
  /**
   * What a page needs of the picture in a file; nothing is decoded or encoded.
   * @throws PictureError when its header shows that it cannot be published; the file system's error when it is not there
   */
  describe(file: string): Promise<Picture & { key: string }>;
}

/**
 * @param index says what is in a file
 * @param base the site's base path, with a slash at both ends
 */
export function pictureLookup(
  index: { read(file: string): Promise<Reading> },
  base: string,
): PictureLookup {
  return {
    async describe(file) {
      const reading = await index.read(file);
      if ('fault' in reading) throw new PictureError(file, reading.fault);
      return { ...pictureOf(reading, base), key: reading.key };
    },
  };
}

/** The same from what was read elsewhere, by absolute path: for threads that render. */
export function lookupOf(readings: ReadonlyMap<string, Reading>, base: string): PictureLookup {
  return pictureLookup(
    {
      async read(file) {
        const reading = readings.get(resolve(file));
        if (!reading) throw new Error(`${file} was not read as a picture`);
        return reading;
      },
    },
    base,
  );
}
