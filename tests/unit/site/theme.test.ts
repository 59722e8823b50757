import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readableOn, TEXT_CONTRAST } from '../../../src/model/contrast.ts';
import {
  GROUNDS,
  lengthOf,
  lowestContrast,
  palette,
  themeCss,
  themeVersion,
} from '../../../src/site/theme.ts';
import { aSite } from '../../support/a-site.ts';

/** Every 0x33rd step of red, green and blue, as far as the schema takes them. */
const STEPS = ['00', '33', '66', '99', 'cc', 'ff'];
const COLOURS = STEPS.flatMap((red) =>
  STEPS.flatMap((green) => STEPS.map((blue) => `#${red}${green}${blue}`)),
)
  .map((colour) => readableOn(colour, '#000000', ['#ffffff']))
  .filter((colour, index, all) => all.indexOf(colour) === index);

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it('every colour that the schema takes gives text that can be read', () => {
    expect(COLOURS.length).toBeGreaterThan(100);
    const failing = COLOURS.filter((colour) => lowestContrast(colour, scheme) < TEXT_CONTRAST);
    expect(failing).toEqual([]);
  });
});

it('the grounds are those of the style sheet', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8');
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
  for (const [scheme, part] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    const stated = Object.entries(GROUNDS[scheme]).map(([name, value]) => `--${name}: ${value};`);
    expect(stated.filter((declaration) => !part.includes(declaration))).toEqual([]);
  }
});

it('a colour that can be read stays itself', () => {
  expect(palette('#a3201d', 'light')).toMatchObject({ bar: '#a3201d', ink: '#a3201d' });
});

it('the style sheet has both schemes, dark for screens only, and no function that old browsers lack', () => {
  const css = themeCss(aSite());
  expect(css).toContain('@media screen and (prefers-color-scheme: dark)');
  expect(css.match(/--brand-bar: #[0-9a-f]{6};/g)).toHaveLength(2);
  expect(css).not.toMatch(/light-dark|color-mix|oklab/);
});

it('its version changes with the colour', () => {
  const version = themeVersion(aSite());
  expect(version).toMatch(/^[0-9a-f]{8}$/);
  expect(themeVersion(aSite({ config: { colour: '#0b5c8a' } }))).not.toBe(version);
});

it('says how long the name is, never less than it is', () => {
  expect(lengthOf('示例自治区机关事务管理局')).toBe(12);
  expect(lengthOf('WWW局')).toBe(3);
  expect(lengthOf('')).toBe(1);
  expect(themeCss(aSite({ config: { name: '示例局' } }))).toContain('--name-length: 3;');
});
