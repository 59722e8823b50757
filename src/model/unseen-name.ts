/** Names of files that hold characters nobody sees: what staff write never equals them, because on reading it loses these. */
import { cleanText, withoutControls } from './clean-text.ts';
import { withoutInvisible } from './invisible.ts';

/** The name as it looks. */
export function seenName(name: string): string {
  return withoutControls(cleanText(withoutInvisible(name)));
}
