import { expect, test } from 'vitest';
import { s3Settings } from '../../../../src/publish/targets/s3-settings.ts';

const env = {
  S3_ENDPOINT: 'https://oss-cn-beijing.aliyuncs.com',
  S3_ACCESS_KEY_ID: 'ID',
  S3_SECRET_ACCESS_KEY: 'SECRET',
};

test.for(['s3://site/../other', 's3://site/a/../../other', 's3://site/a//b', 's3://site/./a'])(
  '%s is not below its bucket',
  (to) => {
    expect(s3Settings(to, env)).toMatchObject({ problem: expect.stringContaining('写得不对') });
  },
);

test.for([
  ['s3://site', ''],
  ['s3://site/', ''],
  ['s3://site/网站/a/', '网站/a/'],
])('%s is', ([to = '', prefix]) => {
  expect(s3Settings(to, env)).toMatchObject({ prefix, name: 'site' });
});
