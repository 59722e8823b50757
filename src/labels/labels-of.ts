/** The set of labels of a language. */
import type { Labels } from './labels.ts';
import type { Language } from './languages.ts';
import { uyghur } from './ug/labels.ts';
import { chinese } from './zh-CN/labels.ts';

const LABELS: Readonly<Record<Language, Labels>> = { 'zh-CN': chinese, ug: uyghur };

export function labelsOf(language: Language): Labels {
  return LABELS[language];
}
