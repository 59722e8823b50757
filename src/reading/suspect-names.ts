/** Names in `public/` that nobody gives to what is meant for readers, or hardly ever: told of, and published. */
import type { Words } from '../model/issue.ts';

/** Files by which search engines and other services know whose a site is, by the exact names that they ask for. */
const PROOFS =
  /^(?:google[\w-]+\.html|baidu_verify_[\w-]+\.html|bingsiteauth\.xml|(?:mp|ww)_verify_[\w-]+\.txt|yandex_[\w-]+\.html|sogousiteverification\.txt|shenma-site-verification\.txt|bytedanceverify\.html|360_[\w-]+\.html|[0-9a-f]{32}\.(?:txt|html)|(?:fileauth|_dnsauth)\.txt)$/i;
/** What programs ask a site for by name. */
const ASKED_FOR =
  /^(?:robots|ads|app-ads|humans|security|llms)\.txt$|^(?:cname|license|notice|_headers|_redirects|apple-app-site-association)$/i;

const DRAFT =
  /草稿|未定稿|讨论稿|送审稿|待审|内部(?:资料|文件|材料|使用|参考|传阅|掌握|稿)|[（(【[]内部[)）\]】]|(?:^|[-_ ])内部(?=$|\.|[-_ ])|仅供内部|(?:不得|不宜|请勿|严禁)(?:外传|公开|外发)|(?:^|[-_ .])(?:draft|internal|confidential)(?=$|[-_ .\d])/i;
const PASSWORDS =
  /(?:^|账号|帐号|账户|帐户|用户名|服务器|后台)(?:和|及|与|、)?密码(?:本|表|清单|备忘录?|汇总|记录)?(?=\.[a-z]+$|$)|^passwords?(?=\.|$)/i;

/** Whether somebody asks for a file by this name: it is what it has to be, also if it is empty. */
export function isAskedFor(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path.startsWith('.well-known/') || PROOFS.test(name) || ASKED_FOR.test(name);
}

/** What the name of a file says, if it says that the file is not for readers. */
export function suspectName(name: string): Words | undefined {
  const draft = DRAFT.exec(name)?.[0].replace(/^[-_ .]/, '');
  if (draft !== undefined) {
    return {
      message: `「${name}」的名字里有「${draft}」，像是不公开的文件，会发布。`,
      fix: `不公开的，从 public 文件夹里移走；要公开的，从名字里去掉「${draft}」。`,
    };
  }
  if (!PASSWORDS.test(name)) return undefined;
  return {
    message: `「${name}」的名字像是记密码的文件，会发布。`,
    fix: '记着密码的，从 public 文件夹里移走，并更换密码；不是的，换一个名字。',
  };
}
