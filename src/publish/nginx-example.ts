/** `example.nginx`: a whole configuration to be copied, in which what is the operator's is marked. */
import { MAP_SIZES } from './nginx-map.ts';
import type { ServedSite } from './served-site.ts';

export function nginxExample({ name, origin, base, counts }: ServedSite): string {
  const { hostname } = new URL(origin);
  const folder = '/opt/bureau-press/dist';
  const path = encodeURI(base);
  return [
    '# nginx 的配置样子。抄一份，改标着【改】的几行，再检查、生效：',
    `#   cp example.nginx /etc/nginx/conf.d/${name}.conf`,
    '#   nginx -t && nginx -s reload',
    '# 以后每次生成网站都不用再改；旧地址有增减时，再运行一次 nginx -s reload。',
    '',
    '# 【改】整台 nginx 只能写一次，而且要在第一个 map 前面。检查时说 duplicate 的：删掉这两行，写到 nginx.conf 里',
    '# 「http {」的下一行（那里已经有的，改成不小于这里的数）。放几个网站的，都删掉，只在那里写一次。',
    ...MAP_SIZES,
    '',
    '# 【改】网站的文件夹：这里和下面一共三处，写 dist 的完整路径。',
    `include ${folder}/http.nginx;`,
    ...(counts
      ? [
          '# 【改】浏览次数由 npm run serve -- --trust-proxy loopback 统计，它在哪里。',
          `upstream ${name}_views { server 127.0.0.1:4321; }`,
        ]
      : []),
    '',
    'server {',
    '  listen 80;',
    '  # 【改】没有 IPv6 的，删掉下一行。',
    '  listen [::]:80;',
    '  # 【改】域名',
    `  server_name ${hostname};`,
    '  # 【改】有证书的，去掉下面五行的「#」，写证书的路径：',
    '  # listen 443 ssl;',
    '  # listen [::]:443 ssl;',
    '  # ssl_certificate /etc/nginx/cert.pem;',
    '  # ssl_certificate_key /etc/nginx/cert.key;',
    '  # if ($scheme = http) { return 301 https://$host$request_uri; }',
    '  # 【改】前面有 CDN、负载均衡的，去掉下面两行的「#」，写它的地址：不写的话，所有读者看起来是同一个人。',
    '  # set_real_ip_from 10.0.0.0/8;',
    '  # real_ip_header X-Forwarded-For;',
    '',
    `  set $${name}_dist "${folder}";`,
    `  include ${folder}/server.nginx;`,
    ...(base === '/'
      ? []
      : [
          '',
          `  # 【改】网站只在 ${base} 下面。这个域名的别处有别的网站的，删掉这三行。`,
          '  absolute_redirect off;',
          `  location = / { return 302 ${path}; }`,
          `  location / { error_page 404 "${base}404.html"; return 404; }`,
        ]),
    '}',
    '',
  ].join('\n');
}
