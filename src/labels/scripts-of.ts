/** The words of scripts by language: of all there is one set. A script itself imports the module that it needs. */
import type { Language } from './languages.ts';
import type { ScriptLabels } from './script-labels.ts';
import { scripts as uyghur } from './ug/scripts.ts';
import { scripts as chinese } from './zh-CN/scripts.ts';

export const SCRIPT_LABELS: Readonly<Record<Language, ScriptLabels>> = {
  'zh-CN': chinese,
  ug: uyghur,
};
