import { describe, expect, it } from 'vitest';
import { maskedAddress, privateWordsOfAddress } from '../../../src/model/private-words.ts';

describe('the address of another site', () => {
  it.each([
    ['https://www.example.com/?t=13912345670', '13912345670'],
    ['https://www.example.com/13912345670', '13912345670'],
    ['https://www.example.com/a/13912345670.html', '13912345670'],
    ['//www.example.com/a?x=1&y=+8613912345670#b', '+8613912345670'],
    ['https://www.example.com/?q=%E5%BC%A013912345670', '13912345670'],
    ['https://www.example.com/?t=%31%3391234567%30', '13912345670'],
    ['https://www.example.com/?lxdh=139-1234-5670', '139-1234-5670'],
    ['https://www.example.com/650102198203142507', '650102198203142507'],
  ])('%s holds a person’s number', (address, number) => {
    expect(privateWordsOfAddress(address)).toEqual([number]);
    expect(maskedAddress(address)).not.toMatch(/1391?234|198203|3391/);
  });

  it.each([
    'https://www.example.com/?id=13912345670',
    'https://www.example.com/?newsId=13912345670&page=2',
    'https://www.example.com/content_13912345670.htm',
    'https://www.example.com/JGSW-13912345670/',
    'https://www.example.com/t20241112-13912345670-1.html',
    'https://www.example.com/?t=1391234567012',
    'https://www.example.com/650102198203142500',
    'https://www.example.com/650102/19820314/2507/',
    'https://www.example.com/s/13912345670abc',
    'https://www.example.com/?d=0991-13912345670',
  ])('%s holds what may be anything', (address) => {
    expect(privateWordsOfAddress(address)).toEqual([]);
  });
});

it('an address without a number of a person stays as it is written', () => {
  const address = 'https://www.example.com/%E7%94%B2?id=7#%20';
  expect(maskedAddress(address)).toBe(address);
});
