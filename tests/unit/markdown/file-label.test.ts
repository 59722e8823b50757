import { expect, test } from 'vitest';
import { labelsOf } from '../../../src/labels/labels-of.ts';
import { fileType, formatBytes, savedAs } from '../../../src/markdown/file-label.ts';

test.for([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [36_900, '36 KB'],
  [1_048_000, '1023 KB'],
  [1_048_300, '1 MB'],
  [1_258_291, '1.2 MB'],
  [5_400_000, '5.1 MB'],
  [1_073_741_824, '1 GB'],
  [2_500_000_000_000, '2328.3 GB'],
] as const)('%d bytes are %s', ([bytes, text]) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.for([
  ['附件1.docx', 'Word 文档'],
  ['附件1.DOC', 'Word 文档'],
  ['表.xlsx', 'Excel 表格'],
  ['令.pdf', 'PDF 文件'],
  ['公文.ofd', 'OFD 文件'],
  ['a.b/模型.dwg', 'DWG 文件'],
  ['说明', '文件'],
  ['constructor', '文件'],
  ['x.constructor', 'CONSTRUCTOR 文件'],
] as const)('%s is a %s', ([name, kind]) => {
  expect(fileType(labelsOf('zh-CN').files, name)).toBe(kind);
});

test.for([
  ['附件1.docx', '附件1.docx'],
  ['数据.csv', '数据.csv'],
  ['令.PDF', undefined],
  ['示意图.png', undefined],
  ['pdf', 'pdf'],
] as const)('%s is saved as %s', ([name, saved]) => {
  expect(savedAs(name)).toBe(saved);
});
