/** What a file's name alone says of it. */

const PROGRAMS = new Set(
  (
    'exe msi com scr pif bat cmd ps1 vbs vbe js mjs cjs jse wsf wsh hta cpl dll sys ocx drv reg inf ' +
    'jar class apk ipa app dmg pkg deb rpm sh bash run bin iso img py pyw rb pl php asp aspx jsp ' +
    'chm hlp msc gadget application appx msix xap swf'
  ).split(' '),
);
const WEB_PAGES = new Set('html htm shtml xhtml mht mhtml xht jhtml css wasm'.split(' '));
const SHORTCUTS = new Set('lnk url webloc desktop website'.split(' '));
const HALF = new Set(
  'crdownload part partial download opdownload td xltd downloading aria2'.split(' '),
);
const MACROS: Readonly<Record<string, string>> = {
  docm: 'docx',
  dotm: 'docx',
  xlsm: 'xlsx',
  xlsb: 'xlsx',
  xltm: 'xlsx',
  xlam: 'xlsx',
  pptm: 'pptx',
  ppsm: 'pptx',
  potm: 'pptx',
};

/** What the ending of a name stands for, where that decides. */
export type NameKind =
  | 'owner-file'
  | 'half-download'
  | 'program'
  | 'disguised-program'
  | 'shortcut'
  | 'web-page'
  | 'svg'
  | 'heic'
  | 'macro';

/** Lower case, without the dot; Windows does not see spaces and dots behind it. */
export function endingOf(name: string): string {
  return /\.([^.]*)$/.exec(name.replace(/[. ]+$/, ''))?.[1]?.toLowerCase() ?? '';
}

export function nameKind(name: string): NameKind | undefined {
  if (name.startsWith('~$')) return 'owner-file';
  const ending = endingOf(name);
  if (HALF.has(ending)) return 'half-download';
  if (PROGRAMS.has(ending)) return isDisguised(name) ? 'disguised-program' : 'program';
  if (SHORTCUTS.has(ending)) return 'shortcut';
  if (WEB_PAGES.has(ending)) return 'web-page';
  if (ending === 'svg' || ending === 'svgz') return 'svg';
  if (ending === 'heic' || ending === 'heif') return 'heic';
  return Object.hasOwn(MACROS, ending) ? 'macro' : undefined;
}

/** `docx` for `docm`. */
export function withoutMacro(ending: string): string | undefined {
  return Object.hasOwn(MACROS, ending) ? MACROS[ending] : undefined;
}

/** `通知.pdf.exe`, or `通知.pdf          .exe`: systems hide the ending that counts. */
function isDisguised(name: string): boolean {
  return /\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|pdf|rtf|txt|csv|jpe?g|png|gif|mp4|zip)\s*\.[^.]+$/i.test(
    name.replace(/[. ]+$/, ''),
  );
}
