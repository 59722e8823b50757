import type { LeavingLabels } from '../../script-labels.ts';

export const leaving: LeavingLabels = {
  title: '您即将离开本网站',
  text: '下面的网址不是政府网站的域名，内容由对方负责：',
  stay: '留在本站',
  go: '继续访问',
};
