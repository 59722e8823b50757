import { expect, test } from 'vitest';
import { openTarget } from '../../../../src/publish/targets/open-target.ts';

const OPTIONS = {
  folder: '/opt/press',
  env: {},
  site: 'https://a.example/',
  headersOf: () => ({}),
};

test.for([' ', '~/www', '～/www'])('does not make a folder called %j', (to) => {
  expect(openTarget(to, OPTIONS)).toHaveProperty('problem');
});

test.for(['www', 'content2', '/srv/www', '../content'])('publishes to %s', (to) => {
  expect(openTarget(to, OPTIONS)).toMatchObject({ target: { name: to } });
});
