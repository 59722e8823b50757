/** What the browser says of the reader's line; some say nothing. */
const line = (navigator as { connection?: { saveData?: boolean; effectiveType?: string } })
  .connection;

/** The reader asked for fewer bytes (Save-Data). */
export const savesData = line?.saveData ?? false;

/** Nothing is loaded that may not be looked at: the line is slow or is paid for by the byte. */
export const isThin = (): boolean => savesData || (line?.effectiveType ?? '4g') !== '4g';
