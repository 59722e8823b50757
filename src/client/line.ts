/** What the browser says of the reader's line; some say nothing. */
const { saveData = false, effectiveType = '4g' } =
  (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection ?? {};

/** The reader asked for fewer bytes (Save-Data). */
export const savesData = saveData;

/** Nothing is loaded that may not be looked at: the line is slow or is paid for by the byte. */
export const isThin = saveData || effectiveType !== '4g';
