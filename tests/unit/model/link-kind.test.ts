import { expect, test } from 'vitest';
import { linkKind, splitFileAddress } from '../../../src/model/link-kind.ts';

test.for([
  ['', 'fragment'],
  ['#s-1', 'fragment'],
  ['?a=1', 'fragment'],
  ['附件1.docx', 'file'],
  ['./a/b.pdf#page=2', 'file'],
  ['完成50%.jpg', 'file'],
  ['/files/map.pdf', 'file'],
  ['/files/map.pdf?v=1.2', 'file'],
  ['/tzgg/', 'page'],
  ['/tpxw/202103/5fc28c88.shtml', 'page'],
  ['https://a.cn/1.jpg', 'web'],
  ['HTTP://a.cn', 'web'],
  ['//a.cn/1.jpg', 'web'],
  ['mailto:a@b.cn', 'contact'],
  ['tel:12345', 'contact'],
  ['file:///C:/Users/a.jpg', 'computer'],
  ['C:\\Users\\a.jpg', 'computer'],
  ['d:/a.jpg', 'computer'],
  ['\\\\server\\a.jpg', 'computer'],
  ['www.gov.cn/a', 'bare-host'],
  ['jgsw.example.gov.cn', 'bare-host'],
  ['javascript:alert(1)', 'forbidden'],
  [' JavaScript:alert(1)', 'forbidden'],
  ['java\nscript:alert(1)', 'forbidden'],
  ['data:image/png;base64,AA', 'forbidden'],
  ['vbscript:x', 'forbidden'],
] as const)('%j is a %s', ([address, kind]) => {
  expect(linkKind(address)).toBe(kind);
});

test.for([
  ['1.jpg', '1.jpg', ''],
  ['%E9%99%84%E4%BB%B6%201.docx#a', '附件 1.docx', '#a'],
  ['完成50%.jpg', '完成50%.jpg', ''],
  ['a.pdf?v=2#page=3', 'a.pdf', '#page=3'],
] as const)('%s names the file %s and the place %j', ([address, target, fragment]) => {
  expect(splitFileAddress(address)).toEqual({ target, fragment });
});
