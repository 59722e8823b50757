/** What in a line of text is web code, and what is a sign for "less than": `Intel<AMD`. */

/** Elements of HTML, those that old editors write too. */
const NAMES: ReadonlySet<string> = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
  fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image
  img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol
  optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select
  slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time
  title tr track tt u ul var video wbr xmp`.split(/\s+/),
);
const TAG = /<\/?([a-z][\w-]*)(:[\w-]+)?(?=[\s/>])[^<>]*>/gi;
/** Cut off in the middle: nobody writes these but as code. */
const UNFINISHED =
  /<\/?(?:script|style|iframe|object|embed)\b|<[a-z][a-z\d]*\s+[a-z-]+\s*=\s*["']|<!--|<!\[|<!doctype|<\?/i;

/** Whether a text holds a tag (`<b>`, `<o:p>`), a comment, or the beginning of one that is nothing else. */
export function holdsHtml(text: string): boolean {
  if (!text.includes('<')) return false;
  if (UNFINISHED.test(text)) return true;
  return [...text.matchAll(TAG)].some(
    ([, name = '', more]) => more !== undefined || NAMES.has(name.toLowerCase()),
  );
}
