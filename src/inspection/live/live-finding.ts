/** What is wrong with a deployed site. */
import type { Level } from '../../model/issue.ts';

export interface LiveFinding {
  level: Level;
  url: string;
  /** All addresses at which it is so, where there are many. */
  urls?: readonly string[];
  message: string;
  fix: string;
  /** The site could not be reached so often that it fails for that. */
  isUnreachable?: boolean;
}

/** Sites end their pages with line ends of their own. */
export const decoder = new TextDecoder();
