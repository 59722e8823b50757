/** What the reading of `content/` asks of the rooms beside it: each is a type with a contract. */
import type { BodyFacts, BodyReference, NamedFiles } from '../model/body.ts';
import type { Issue } from '../model/issue.ts';
import type { WordingRule } from '../model/word-lists.ts';
import type { ArticleIndex } from './article-index.ts';
import type { ReadArticle } from './read-article.ts';

/** A text with its body, while that is in memory. */
export interface ReadText extends Pick<ReadArticle, 'article' | 'body' | 'bodyLine' | 'lines'> {
  file: string;
  format: 'md' | 'mdx';
}

/** A text by what is remembered of it. */
export interface TextFacts extends Pick<ReadArticle, 'article' | 'lines'> {
  file: string;
  folder: string | undefined;
  references: readonly BodyReference[];
  misnamed?: readonly string[];
  /** Names of what lies beside it. */
  beside?: readonly string[];
}

export interface LoadOptions {
  /** The present in Beijing time, `YYYY-MM-DD HH:MM`. */
  now: string;
  /** Opens what is known of the articles, given the rules that reading them depends on. */
  openIndex(wording: readonly WordingRule[]): Promise<ArticleIndex>;
  /** Judges a body, and says what to remember of it; it may look at nothing but the text and the rules. */
  inspect(text: ReadText, wording: readonly WordingRule[]): { issues: Issue[]; facts: BodyFacts };
  /**
   * Judges the files that a text names: each time anew, because they change on their own.
   * @param largestFile in MB
   */
  checkFiles(text: TextFacts, largestFile: number): Promise<{ issues: Issue[]; named: NamedFiles }>;
}
