/** Files of `public/` that must never be online: programs, keys, copies of databases, drafts, what steers a server. */

/** What to do about a file that must not be online; `what` is told after its name. */
export interface Unfit {
  what: string;
  fix: string;
}

const DELETE = '从 public 文件夹里删掉；要给读者下载的材料，做成 PDF 或压缩包，另起名字。';
const DELETE_FOLDER = '把整个文件夹从 public 里删掉：网站不需要它。';
const SERVER =
  '从 public 文件夹里删掉：网站不需要它；服务器的设置请管理员在服务器上做。要给读者下载的，做成压缩包。';
const SETTINGS =
  '从 public 文件夹里删掉：网站的设置只放在 content 文件夹里。要给读者下载的，做成压缩包。';
/** For texts that are no page yet. */
export const UNFINISHED_TEXT =
  '从 public 文件夹里移走：要发布的稿件放进 content/articles，单独的页面放进 content/pages；要给读者下载的，做成 PDF。';

/** By the name, in small letters. */
const NAMES: readonly (readonly [what: string, fix: string, pattern: RegExp])[] = [
  [
    '程序',
    DELETE,
    /\.(?:php\d?|phtml|phar|aspx?|ashx|asmx|jspx?|cgi|pl|py|rb|sh|bash|war|jar|class)$/,
  ],
  ['Windows 程序', DELETE, /\.(?:exe|bat|cmd|ps1|vbs|vbe|wsf|hta|scr|msi|dll|reg|scf)$/],
  [
    '密钥',
    DELETE,
    /\.(?:pem|key|pfx|p12|jks|keystore|ppk|kdbx?|ovpn)$|^id_(?:rsa|dsa|ecdsa|ed25519)(?:[ _.(（-](?!pub$).*)?$/,
  ],
  [
    '密码配置',
    DELETE,
    /^\.(?:env(?:[ _.(（-].*)?|htpasswd|netrc|npmrc|pgpass)$|^_?env(?:\.(?:local|dev|development|prod|production|test))?$|^htpasswd$|^(?:credentials|secrets)\.json$|\.rdp$/,
  ],
  [
    '数据库或它的备份',
    DELETE,
    /\.(?:sql|sqlite3?|db|db3|mdb|accdb|dbf|mdf|ldf|dump|dmp|bacpac|ibd|rdb|sql\.(?:gz|zip|7z|rar|bz2|xz|zst))$/,
  ],
  ['邮件', DELETE, /\.(?:eml|msg|pst|ost|mbox)$/],
  ['程序的源码', DELETE, /\.(?:astro|vue|svelte|tsx|jsx|scss|sass|less)$/],
  [
    '网站的备份',
    DELETE,
    /^(?:.*(?:备份|源码).*|(?:www|wwwroot|web|webroot|site|website|htdocs|html|public|dist|backup|bak|db|database)(?:[-_.]?\d*)?)\.(?:zip|rar|7z|tar|tgz|tar\.gz|gz)$/,
  ],
  ['没有排版的稿件文字', UNFINISHED_TEXT, /\.(?:mdx?|markdown)$/],
  ['网站的设置', SETTINGS, /\.ya?ml$/],
  [
    '服务器的设置',
    SERVER,
    /\.(?:config|conf|cnf|ini|toml|asax)$|^(?:caddyfile|dockerfile|procfile|makefile)$/,
  ],
  [
    '服务器的设置',
    SERVER,
    /^(?:vercel|now|serve|firebase|edgeone|staticwebapp\.config|wrangler|_routes)\.jsonc?$/,
  ],
  [
    '程序的设置',
    SERVER,
    /^(?:package|package-lock|npm-shrinkwrap|composer|deno|tsconfig|jsconfig|astro\.config)\.(?:jsonc?|lock)$|^(?:yarn|composer|deno)\.lock$/,
  ],
  [
    '程序的设置',
    SERVER,
    /^(?:requirements\.txt|gemfile(?:\.lock)?|go\.(?:mod|sum)|pom\.xml|cargo\.lock)$/,
  ],
  ['程序的记录', DELETE, /\.log(?:\.\d+)?$/],
];

/** By the path in `public/`, in small letters: what lies at these places is run by some hosts and not sent. */
const RUN_BY_HOSTS =
  /^_worker\.(?:[cm]?[jt]s)(?:\/|$)|^(?:(?:edge-|node-|cloud-|netlify\/(?:edge-)?)?functions|api)\/.+\.(?:[cm]?[jt]sx?|go)$/;

/** What people add to a name to keep a file, to send it, or without knowing; what it is stays what it is. */
const ADDED =
  /(?:\.(?:txt|text|old|orig|save|sav|copy|html?|docx?|\d{1,3})|[_-](?:old|copy|backup|bak)|[ _-]*(?:副本|[（(]\d{1,2}[）)]))$/;

/**
 * What a file is, when it must not be online.
 * @param path in `public/`, `/`-separated
 */
export function unfitFile(path: string): Unfit | undefined {
  const lower = path.toLowerCase();
  if (RUN_BY_HOSTS.test(lower)) return { what: '在服务器上运行的程序', fix: SERVER };
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  const found = byName(name);
  if (found) return { what: found[0], fix: found[1] };
  const own = withoutAdded(name);
  const hidden = own === name ? undefined : byName(own);
  return (
    hidden && {
      what: `${hidden[0]}（名字末尾的「${name.slice(own.length)}」是加上去的）`,
      fix: hidden[1],
    }
  );
}

/** What a folder is, when nothing in it may be online. */
export function unfitFolder(name: string, within: ReadonlySet<string>): Unfit | undefined {
  if (['HEAD', 'objects', 'refs'].every((part) => within.has(part))) {
    return { what: '程序的版本库', fix: DELETE_FOLDER };
  }
  return /^(?:node_modules|bower_components|__pycache__)$/i.test(name)
    ? { what: '程序的零件', fix: DELETE_FOLDER }
    : undefined;
}

function byName(name: string): (typeof NAMES)[number] | undefined {
  return NAMES.find(([, , pattern]) => pattern.test(name));
}

function withoutAdded(name: string): string {
  let own = name;
  while (ADDED.test(own)) own = own.replace(ADDED, '');
  return own;
}
