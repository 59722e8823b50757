/** How the keeper is, for whoever watches it: no text of what is wrong, which may be of articles that nobody may see yet. */

export interface Problem {
  /** Git does not answer; the texts; how the command is set up; the machine. What is wrong exactly is in the log. */
  kind: 'git' | 'content' | 'setting' | 'machine';
  /** ISO, UTC. */
  since: string;
}

export interface Health {
  /** What readers see: the root of the release; undefined before the first publication. */
  live: { sequence: number; time: string; commit: string; site: string } | undefined;
  /** When git was asked last: ISO, UTC. */
  checked: string | undefined;
  /** When something changes by time alone: ISO, UTC; '' where nothing does. */
  next: string;
  problem: Problem | undefined;
}

/** A line that was down for so short a time is nobody's business. */
const GIT_MAY_BE_AWAY_MS = 10 * 60_000;

export interface HealthReport {
  status: 'ok' | 'starting' | 'problem';
  live: Health['live'] | null;
  checked: string | null;
  next: string | null;
  problem: Problem | null;
}

export function healthReport({ live, checked, next, problem }: Health, now: Date): HealthReport {
  const isShort =
    problem?.kind === 'git' && now.getTime() - Date.parse(problem.since) < GIT_MAY_BE_AWAY_MS;
  const status = problem && !isShort ? 'problem' : live ? 'ok' : 'starting';
  return {
    status,
    live: live ?? null,
    checked: checked ?? null,
    next: next || null,
    problem: problem ?? null,
  };
}

/** By the exit code of `npm run publish`. */
export function kindOf(code: number): Problem['kind'] {
  if (code === 1) return 'content';
  return code === 2 ? 'setting' : 'machine';
}
