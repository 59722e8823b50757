import { isbot } from 'isbot';

/** Whether a User-Agent is a robot's, by isbot's kept list; a browser never sends an empty one. */
export function isBot(agent: string): boolean {
  return agent === '' || isbot(agent);
}
