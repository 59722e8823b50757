import { expect, test } from 'vitest';
import { isSshAddress, sshSettings } from '../../../../src/publish/targets/ssh-settings.ts';

test.for([
  [
    'web@www.example.gov.cn:/srv/www/site',
    { user: 'web', host: 'www.example.gov.cn', folder: '/srv/www/site' },
  ],
  ['web@10.0.0.8:/srv/www/site/', { user: 'web', host: '10.0.0.8', folder: '/srv/www/site' }],
  ['web@[fe80::1]:/srv/a:b', { user: 'web', host: 'fe80::1', folder: '/srv/a:b' }],
  ["web@host:/srv/it's 网站/$(x)", { folder: "/srv/it's 网站/$(x)" }],
  ['web@host:/srv/a%20b', { folder: '/srv/a%20b' }],
  ['web@host:/srv/../www//site', { folder: '/www/site' }],
  ['ssh://web@host:2222/srv/site', { user: 'web', host: 'host', port: 2222, folder: '/srv/site' }],
  ['ssh://host/srv/%E7%BD%91%20站', { host: 'host', folder: '/srv/网 站' }],
  ['ssh://web@[::1]:22/srv/site', { user: 'web', host: '::1', port: 22, folder: '/srv/site' }],
] as const)('%s', ([to, settings]) => {
  expect(isSshAddress(to)).toBe(true);
  expect(sshSettings(to, { SSH_CONFIG: '/etc/press/ssh' })).toMatchObject({
    ...settings,
    shown: to,
    config: '/etc/press/ssh',
  });
});

test.for([
  ['web@host:srv/site', '要从「/」写起'],
  ['web@host:', '要从「/」写起'],
  ['web@host:/', '磁盘的根目录'],
  ['web@host:/srv/..', '磁盘的根目录'],
  ['web@host:/srv\n/site', '看不见的字符'],
  ['-oProxyCommand=x@host:/srv/site', '用户名或主机名写得不对'],
  ['web@-oProxyCommand=x:/srv/site', '用户名或主机名写得不对'],
  ['web@ho st:/srv/site', '用户名或主机名写得不对'],
  ['ssh://-oProxyCommand=x/srv/site', '用户名或主机名写得不对'],
  ['ssh:///srv/site', '用户名或主机名写得不对'],
  ['ssh://web@host', '要从「/」写起'],
  ['ssh://host:0/srv/site', '端口写得不对'],
  ['ssh://host:abc/srv/site', '端口写得不对'],
  ['ssh://host:/srv/site', '端口写得不对'],
  ['ssh://host/srv/%', '要写成「%25」'],
] as const)('%j is refused', ([to, problem]) => {
  expect(isSshAddress(to)).toBe(true);
  expect(sshSettings(to, {})).toEqual({ problem: expect.stringContaining(problem) });
});

test('a password is neither taken nor repeated', () => {
  const { problem } = sshSettings('ssh://web:SECRET@host/srv/site', {}) as { problem: string };
  expect(problem).toContain('不能写密码');
  expect(problem).not.toContain('SECRET');
});

test.for([
  '/srv/www/site',
  'www',
  '../a@b',
  's3://site',
  'command:scp a@b:/c',
  './user@host:/a',
  'C:\\www',
])('%s is none', (to) => {
  expect(isSshAddress(to)).toBe(false);
});
