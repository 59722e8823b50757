/** Fields of an article that were written in another form than the schema's, where only one thing can be meant. */
import { calendarDay } from './calendar.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The same fields, these in the schema's form; a form that may mean two things is left for the schema to refuse. */
export function plainForms(fields: Fields): Fields {
  const forms: [string, (value: unknown) => unknown][] = [
    ...ONE_WORD.map((key): [string, (value: unknown) => unknown] => [key, onlyItem]),
    ['attachments', attachmentList],
    ['aliases', addressList],
    ['repost', repostFields],
  ];
  const changed = forms.flatMap(([key, read]) => {
    const value = fields[key];
    const plain = value === undefined ? value : read(value);
    return plain === value ? [] : [[key, plain] as const];
  });
  return changed.length === 0 ? fields : { ...fields, ...Object.fromEntries(changed) };
}

/** A title may well begin with a bracket; a unit, a person or a column does not. */
const ONE_WORD = ['source', 'category', 'author', 'editor', 'cover'];

/** `[通知公告]` → 通知公告 */
function onlyItem(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string'
    ? value[0]
    : value;
}

/** `附件1.docx`, `附件1.docx、附件2.xlsx` or one attachment that is no list → a list. */
function attachmentList(value: unknown): unknown {
  if (typeof value === 'string') {
    const names = parts(value, /[、，,;；\n]/);
    const areFiles =
      names.length > 0 && names.every((name) => /[^.]\.[A-Za-z0-9]{2,5}$/.test(name));
    if (areFiles) return names;
    return /\.[A-Za-z0-9]{2,5}$/.test(value.trim()) ? [value.trim()] : value;
  }
  return isRecord(value) && 'file' in value ? [value] : value;
}

/** `/old/1.html /old/2.html` → a list. */
function addressList(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const addresses = parts(value, /[、，\s]+/);
  return addresses.length > 0 && addresses.every((address) => address.startsWith('/'))
    ? addresses
    : value;
}

/** The name of a site, a time and an address in one line, in any order → the three fields. */
function repostFields(value: unknown): unknown {
  const words = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (typeof value !== 'string' && !words) return value;
  const line = typeof value === 'string' ? value : value.join(' ');
  const urls = line.match(/https?:\/\/[^\s、，,；;。]+/g) ?? [];
  const rest = urls.reduce((left, url) => left.replace(url, ' '), line);
  const times = rest.match(TIME) ?? [];
  const [url] = urls;
  const [time] = times;
  const site = parts(rest.replace(TIME, ' '), /[\s、，,；;|]+/).join(' ');
  if (urls.length !== 1 || times.length !== 1 || !url || !time || site === '') return value;
  const read = calendarDay(time.trim());
  const day = 'text' in read ? read.text : read.becomes;
  return day === undefined ? value : { site, time: day, url };
}

const TIME =
  /\d{4}\s*[-/.年－]\s*\d{1,2}\s*[-/.月－]\s*\d{1,2}\s*[日号]?(?:\s*(?:上午|下午|晚上)?\s*\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分)?))?/g;

function parts(value: string, at: RegExp): string[] {
  return value
    .split(at)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
