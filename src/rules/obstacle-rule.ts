/** What keeps a file or a folder from being opened; the words are the system's (`obstacleWords`). */
import type { Rule } from '../model/rule.ts';

export const obstacleRule: Rule = {
  id: 'file/obstacle',
  level: 'stop',
  scope: 'file',
  title: '打不开的文件',
  basis: '打不开的文件，网站上也不会有。',
};
