/** Where an address that is longer than a line may end it: what is written as one word has no place of its own. */

/** `office@example.gov.cn`, `https://www.example.gov.cn/a/`, and nothing else. */
const ADDRESS = /^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+)$/iu;
/** Before `@` and the dots of a name, before a query, after the bars of a path; not within `://`. */
const PLACE = /(?=@|[?&#])|(?<=[^/:]\/)(?=[^/])|(?<=\w)(?=\.\w)/u;

function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** The address in the pieces between which a line may end; anything else is one piece. */
export function addressPieces(text: string): string[] {
  return isAddress(text) ? text.split(PLACE) : [text];
}
