import { plainText } from '../model/plain-text.ts';
import { textProblem } from '../model/text-problem.ts';

/** What is wrong with a sentence for readers that was given on a command line, in Chinese. */
export function noteProblem(option: string, text: string, longest: number): string | undefined {
  if (text === '') return `${option} 后面没有写内容。`;
  if (text !== plainText(text) || /[\r\n]/.test(text))
    return `${option} 要写成一行，前后没有空格。`;
  const { length } = [...text];
  if (length > longest) return `${option} 有 ${length} 个字，超过 ${longest} 个字，请缩短。`;
  const problem = textProblem(text);
  return problem && `${option}：${problem.message}\n${problem.fix}`;
}
