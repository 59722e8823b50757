import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../src/labels/labels-of.ts';

describe('a title in its marks', () => {
  it.each([
    ['公务用车管理办法', '《公务用车管理办法》'],
    ['《公务用车管理办法》', '《公务用车管理办法》'],
    ['《公务用车管理办法》解读', '《〈公务用车管理办法〉解读》'],
    ['《办法》和《细则》', '《〈办法〉和〈细则〉》'],
    ['《关于印发〈办法〉的通知》', '《关于印发〈办法〉的通知》'],
  ])('%s is %s', (title, marked) => {
    expect(labelsOf('zh-CN').words.title(title)).toBe(marked);
  });

  it('in Uyghur has its own', () => {
    const { title } = labelsOf('ug').words;
    expect([title('قائىدە'), title('«قائىدە»'), title('«قائىدە» ھەققىدە')]).toEqual([
      '«قائىدە»',
      '«قائىدە»',
      '«‹قائىدە› ھەققىدە»',
    ]);
  });
});
