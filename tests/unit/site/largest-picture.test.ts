import { expect, it } from 'vitest';
import { largest } from '../../../src/site/largest-picture.ts';

it.each([
  ['of several widths the last', '/i/1.640.jpg 640w, /i/1.960.jpg 960w', '/i/1.960.jpg'],
  ['of one width that one', '/i/1.640.jpg 640w', '/i/1.640.jpg'],
  ['of a picture served as it is the picture', '', '/i/1.jpg'],
])('%s is the largest', (_, srcset, address) => {
  const picture = { width: 960, height: 640, src: '/i/1.jpg', srcset, webpSrcset: '' };
  expect(largest(picture)).toBe(address);
});
