/** What sends the site to where readers are; there is none where this machine only hands texts on. */
import type { SiteOptions } from '../../output/options.ts';
import type { Live } from '../../publish/release/live-release.ts';

export interface Publisher {
  /**
   * @param roots what is published: what is committed, not what somebody is still writing
   * @param tell hears how far it is, a line each time
   * @returns with what is to be said of it, in Chinese
   */
  publish(
    roots: SiteOptions['roots'],
    tell: (words: string) => void,
  ): Promise<{ isDone: boolean; said: string }>;
  /** Whoever published last. @returns a problem, in Chinese, where it cannot be asked */
  live(roots: SiteOptions['roots']): Promise<Live | { problem: string }>;
}
