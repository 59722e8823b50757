/** Files of `public/` that must never be online: programs, keys, copies of databases. */

const UNFIT: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['程序', /\.(?:php\d?|phtml|phar|aspx?|ashx|asmx|jspx?|cgi|pl|py|rb|sh|bash|war|jar|class)$/],
  ['Windows 程序', /\.(?:exe|bat|cmd|ps1|vbs|vbe|wsf|hta|scr|msi|dll|reg|scf)$/],
  ['密钥', /\.(?:pem|key|pfx|p12|jks|keystore|ppk|kdbx)$|^id_(?:rsa|dsa|ecdsa|ed25519)$/],
  ['密码配置', /^\.(?:env(?:\..*)?|htpasswd|netrc|npmrc|pgpass)$/],
  ['数据库或它的备份', /\.(?:sql|sqlite3?|db|mdb|accdb|dbf|mdf|ldf|dump|sql\.(?:gz|zip|7z))$/],
  [
    '网站的备份',
    /^(?:.*(?:备份|源码).*|(?:www|wwwroot|web|webroot|site|website|htdocs|html|public|dist|backup|bak|db|database)(?:[-_.]?\d*)?)\.(?:zip|rar|7z|tar|tgz|tar\.gz|gz)$/,
  ],
];

/** What a file is by its name, when it must not be online. */
export function unfitFile(name: string): string | undefined {
  const lower = name.toLowerCase();
  return UNFIT.find(([, pattern]) => pattern.test(lower))?.[0];
}
