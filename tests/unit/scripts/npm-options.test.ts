import { expect, test } from 'vitest';
import {
  commandToType,
  mistypedFlags,
  optionsThatNpmTook,
  optionsWithoutValue,
} from '../../../scripts/npm-options.ts';

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'trust-proxy': { type: 'string' },
  full: { type: 'boolean' },
  'no-search': { type: 'boolean' },
} as const;
const RUN = { npm_command: 'run', npm_lifecycle_event: 'serve' };

test.for([
  ['nothing', {}, {}, []],
  ['a value after an equals sign', { npm_config_port: '80' }, { port: '80' }, []],
  ['a value among the words', { npm_config_port: 'true' }, { port: true }, ['port']],
  ['a flag', { npm_config_full: 'true' }, { full: true }, []],
  ['a flag that is refused', { npm_config_full: '' }, {}, []],
  ['a flag that begins with no', { npm_config_search: '' }, { 'no-search': true }, []],
  [
    'a name of two words',
    { npm_config_trust_proxy: 'loopback' },
    { 'trust-proxy': 'loopback' },
    [],
  ],
  ["npm's own settings", { npm_config_cache: '/tmp', npm_config_yes: '' }, {}, []],
] as const)('finds %s', ([, env, took, without]) => {
  const found = optionsThatNpmTook(OPTIONS, { ...RUN, ...env });
  expect(Object.fromEntries(found)).toEqual(took);
  expect(optionsWithoutValue(OPTIONS, found)).toEqual(without);
});

test.for([
  [{ npm_config_ful: 'true' }, [{ written: 'ful', meant: 'full' }]],
  [{ npm_config_trust_prox: 'true' }, [{ written: 'trust-prox', meant: 'trust-proxy' }]],
  [{ npm_config_full: 'true', npm_config_cache: '/tmp', npm_config_long: 'true' }, []],
  [{ npm_config_fund: 'true', npm_config_audit: 'true', npm_config_json: 'true' }, []],
  [{ npm_config_call: 'true', npm_config_proxy: 'true', npm_config_force: 'true' }, []],
] as const)('of %j these are mistyped: %j', ([env, mistyped]) => {
  expect(mistypedFlags(OPTIONS, { ...RUN, ...env })).toEqual(mistyped);
});

test('finds --to, which npm lengthens', () => {
  const options = { to: { type: 'string' } } as const;
  const env = { ...RUN, npm_config_token_description: '/srv/www' };
  expect(Object.fromEntries(optionsThatNpmTook(options, env))).toEqual({ to: '/srv/www' });
  expect(optionsThatNpmTook(OPTIONS, env).size).toBe(0);
});

test('settings of a terminal are no options of a script that npm did not start', () => {
  expect(optionsThatNpmTook(OPTIONS, { npm_config_port: '80' }).size).toBe(0);
});

test.for([
  [{ port: true }, ['80'], RUN, 'npm run serve "--" --port 80'],
  [{ port: true }, [], RUN, 'npm run serve "--" --port …'],
  [{ port: true }, ['图片', '标 题'], RUN, 'npm run serve "--" --port "图片" "标 题"'],
  [
    { port: true, full: true, host: '::1' },
    ['80'],
    RUN,
    'npm run serve "--" --port 80 --full --host ::1',
  ],
  [{ port: true, host: true }, ['80', 'a'], RUN, 'npm run serve "--" --port … --host …'],
  [
    { port: true },
    ['80'],
    { npm_command: 'start', npm_lifecycle_event: 'start' },
    'npm start "--" --port 80',
  ],
] as const)('%j and %j are typed as %s', ([took, words, env, command]) => {
  const map = new Map<string, string | true>(Object.entries(took));
  expect(commandToType(OPTIONS, map, words, env)).toBe(command);
});
