/** Joins the pieces of plain text that constructs leave behind; the parser's own way moves all that follows for each. */
import type { Event } from 'micromark-util-types';

/** In one pass and in place, as resolvers do: whoever asked for the events keeps the list. */
export function mergeData(events: Event[]): Event[] {
  let length = 0;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    const before = events[length - 1];
    if (!event) continue;
    const [kind, token] = event;
    const joins = kind === 'enter' && token.type === 'data' && before?.[0] === 'exit';
    if (joins && before[1].type === 'data' && events[index + 1]?.[1] === token) {
      before[1].end = token.end;
      index += 1;
    } else {
      events[length] = event;
      length += 1;
    }
  }
  events.length = length;
  return events;
}
