import { describe, expect, it } from 'vitest';
import { leadPicture, offeredFiles } from '../../../src/site/article-body.ts';
import { anArticle, aSite } from '../../support/a-site.ts';

const FOLDER = '/bureau/content/articles/2026/20260305-a';
const { content } = aSite();
const picture = (target: string) => ({ kind: 'picture' as const, target, line: 9 });
const file = (target: string) => ({ kind: 'file' as const, target, line: 9 });

it('an article offers its attachments and the files that its body names, each once, by name', () => {
  const article = anArticle({
    folder: FOLDER,
    attachments: [{ file: 'b.docx' }, { file: 'a.docx' }],
    references: [file('./c.pdf'), file('a.docx'), file('/files/map.pdf'), picture('1.jpg')],
  });
  expect(offeredFiles(article)).toEqual(['a.docx', 'b.docx', 'c.pdf']);
});

describe('the picture that stands for an article is', () => {
  it.each([
    ['its cover', { cover: 'cover.jpg', references: [picture('1.jpg')] }, `${FOLDER}/cover.jpg`],
    [
      'the first of its body',
      { references: [file('a.pdf'), picture('./1.jpg')] },
      `${FOLDER}/1.jpg`,
    ],
    ['one of public/', { references: [picture('/img/1.jpg')] }, '/bureau/public/img/1.jpg'],
    ['none', { references: [file('a.pdf')] }, undefined],
  ])('%s', (_, change, path) => {
    expect(leadPicture(content, anArticle({ folder: FOLDER, ...change }))).toBe(path);
  });

  it('none beside an article that is a single file', () => {
    expect(leadPicture(content, anArticle({ references: [picture('1.jpg')] }))).toBeUndefined();
  });
});
