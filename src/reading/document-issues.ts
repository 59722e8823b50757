/** What an official document (公文) says of itself: its number's form, and its dates and states beside each other. */
import type { ArticleFields } from '../model/article.ts';
import { numberFault } from '../model/document-number.ts';
import { editInLine } from '../model/edit-in-line.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { isPast } from '../model/official-document.ts';
import { found, ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const documentNumberRule: Rule = {
  id: 'document/number',
  level: 'stop',
  scope: 'file',
  title: '文号的写法',
  basis: 'GB/T 9704-2012：年份标全称，用六角括号括入；发文顺序号不加“第”字，不编虚位。',
};

export const documentDateRule: Rule = {
  id: 'document/dates',
  level: 'warn',
  scope: 'file',
  title: '公文的日期',
  basis: '成文在先，公布在后；失效在成文之后。',
};

export const documentStateRule: Rule = {
  id: 'document/state',
  level: 'stop',
  scope: 'file',
  title: '公文的有效性',
  basis: '办事的人照着网页判断文件还能不能用。',
};

interface Place {
  file: string;
  lineOf(path: YamlPath): number;
  lineText(line: number): string;
}

/** Depends on the text alone. */
export function documentIssues({ document, date }: Partial<ArticleFields>, place: Place): Issue[] {
  if (!document) return [];
  const at = (field: string): Pick<Finding, 'file' | 'line'> => ({
    file: place.file,
    line: place.lineOf(['document', field]),
  });
  return [
    ...numberIssues(document.number, place),
    ...found(documentDateRule, [...dateFindings(document, date, at)]),
    ...found(documentStateRule, [...stateFindings(document, at)]),
  ];
}

type Document = NonNullable<ArticleFields['document']>;
type At = (field: string) => Pick<Finding, 'file' | 'line'>;

function numberIssues(number: string | undefined, { file, lineOf, lineText }: Place): Issue[] {
  const fault = number === undefined ? undefined : numberFault(number);
  if (number === undefined || !fault) return [];
  const { what, becomes, mayBePrinted } = fault;
  const line = lineOf(['document', 'number']);
  const fix = becomes
    ? `写成 ${becomes}${mayBePrinted ? '；纸质文件上就是这样印的，不用改' : ''}。`
    : '写成 机关代字〔年份〕序号号，例如 示机管发〔2026〕12号；令、公告照原样写。';
  const edit =
    becomes && !mayBePrinted ? editInLine(lineText(line), line, number, becomes) : undefined;
  return [
    ruled(documentNumberRule, {
      file,
      line,
      level: mayBePrinted ? 'warn' : undefined,
      message: `文号（number）「${number}」${what}。`,
      fix,
      edit,
    }),
  ];
}

function* dateFindings({ signed, until, ended }: Document, date: string | undefined, at: At) {
  if (date !== undefined && signed > date.slice(0, 10)) {
    yield {
      ...at('signed'),
      message: `成文日期（signed）${signed} 晚于发布日期（date）${date}。`,
      fix: '核对这两个日期：成文日期是落款的日期，不会晚于发布。',
    };
  }
  if (until !== undefined && until < signed) {
    yield {
      ...at('until'),
      message: `有效期至（until）${until} 早于成文日期（signed）${signed}。`,
      fix: '写有效的最后一天；长期有效的，删掉 until 这一行。',
    };
  }
  if (ended !== undefined && ended < signed) {
    yield {
      ...at('ended'),
      message: `废止日期（ended）${ended} 早于成文日期（signed）${signed}。`,
      fix: '写失效、废止或修改的那一天；不知道的，删掉 ended 这一行。',
    };
  }
}

function* stateFindings({ status, until, ended, replacedBy }: Document, at: At) {
  if (isPast({ status })) return;
  const said =
    status === undefined ? '没有写有效性（status）' : `有效性（status）写的是「${status}」`;
  const fix =
    '加一行「status: 废止」（或者 失效、已修改），原来的 status 删掉；还有效的，删掉这一行。';
  if (ended !== undefined) {
    yield { ...at('ended'), message: `写了废止日期（ended），${said}。`, fix };
  }
  // What is to be replaced when its time is over may say so beforehand.
  if (replacedBy !== undefined && until === undefined) {
    yield { ...at('replacedBy'), message: `写了替代文件（replacedBy），${said}。`, fix };
  }
}
