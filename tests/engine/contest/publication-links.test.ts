// The address of a publication as it is kept: one page has one.
import { expect, it } from 'vitest';
import { publishedAt } from '../../../engine/programmes/contest/publicity/link.ts';

it.each([
  ['https://example.org', 'https://example.org'],
  ['HTTP://WWW.Example.ORG/a/?b=1&utm_medium=x', 'https://example.org/a?b=1'],
  ['https://t.me/channel/12', 'https://t.me/channel/12'],
  ['https://www.instagram.com/p/abc/?igsh=xyz', 'https://instagram.com/p/abc'],
  ['ftp://example.org/a', null],
  ['javascript:alert(1)', null],
  ['https://localhost/a', null],
  [`https://example.org/${'a'.repeat(1_000)}`, null],
])('C-39: keeps %.60s as %s', (typed, kept) => expect(publishedAt(typed)).toBe(kept));
