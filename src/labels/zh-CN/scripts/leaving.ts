export const title = '您即将离开本网站';
export const text = '下面的网址不是政府网站的域名，内容由对方负责：';
export const stay = '留在本站';
export const go = '继续访问';
