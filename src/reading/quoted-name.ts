/** A name as people type it at a prompt: in the quotation marks of a sentence, with spaces around it. */

const QUOTED = /^["'“”‘’「『《]+(.*?)["'“”‘’」』》]+$/su;

/** The name without them. */
export function unquotedName(written: string): string {
  const words = written.trim();
  return QUOTED.exec(words)?.[1]?.trim() ?? words;
}
