import { expect, test } from 'vitest';
import { textProblem } from '../../../src/model/text-problem.ts';

test.for([
  '关于<b>重点</b>工作',
  '测试<br/>标题',
  '测试<BR>标题',
  '甲<o:p></o:p>',
  '甲</span>乙',
  '甲<span style="color:red',
  '甲<script src=x',
  '甲<!-- 乙',
  '甲<![endif]>',
  '<a href="#">甲</a>',
])('%j is web code', (value) => {
  expect(textProblem(value)).toEqual({
    message: `这一项里有网页代码：「${value}」。`,
    fix: '只写文字，删掉尖括号里的代码。',
  });
});

test.for([
  'Intel<AMD与a<b的比较',
  'a<b且c>d',
  'x<y',
  '<通知>',
  'PM2.5<35微克',
  '甲<乙>丙',
  '<AMD>芯片',
  '价格</吨>计算',
])('%j is text', (value) => {
  expect(textProblem(value)).toBeUndefined();
});
