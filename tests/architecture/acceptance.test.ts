// What counts as a test of a line of an acceptance list, and what is a fault of the list.
import { describe, expect, it } from 'vitest';
import { faultsOf } from './checks/acceptance/acceptance.ts';
import { numbered } from './checks/acceptance/list.ts';
import { titlesIn } from './checks/acceptance/titles.ts';

describe('titles', () => {
  it.each([
    ["it('X-01: plain', () => {})", ['X-01: plain']],
    ['test(`X-02: $' + '{level}, and more`, run)', ['X-02: ', ', and more']],
    ["describe('X-03', () => { it('within', run) })", ['X-03', 'within']],
    ["it.each([['X-04', 1], ['X-05', 2]])('%s', run)", ['%s', 'X-04', 'X-05']],
    ["it('X-06', { timeout: 9 }, run)", ['X-06']],
    ["it.skip('X-07', run)", []],
    ["it.todo('X-08')", []],
    ["describe.skip('X-09', () => { it('X-10', run) })", []],
    ["say('X-11'); // it('X-12')", []],
  ])('of %s', (source, titles) => {
    expect(titlesIn(source)).toEqual(titles);
  });
});

describe('a list', () => {
  const ids = numbered('X', 3);
  const tested = (...held: readonly string[]) => new Set(held);

  it('is numbered from one, with two digits at least', () => {
    expect(ids).toEqual(['X-01', 'X-02', 'X-03']);
    expect(numbered('X', 118).at(-1)).toBe('X-118');
  });

  it('is without a fault where every id is tested, open or later', () => {
    expect(faultsOf({ ids, open: ['X-02'], later: ['X-03'] }, tested('X-01', 'Y-99'))).toEqual([]);
  });

  it('names what has no test, and what is open in spite of one', () => {
    expect(faultsOf({ ids, open: ['X-02'], later: [] }, tested('X-01', 'X-02'))).toEqual([
      'no test holds X-03',
      'X-02 has a test: take it off the open ones',
    ]);
  });

  it('names ids that it does not have', () => {
    expect(faultsOf({ ids, open: ['X-09'], later: [] }, tested('X-01', 'X-02', 'X-03', 'X-04'))).toEqual([
      'X-09 is open, and no id of the list',
      'a test holds X-04, which is no id of the list',
    ]);
    const both = { ids, open: ['X-03'], later: ['X-03'] };
    expect(faultsOf(both, tested('X-01', 'X-02'))).toEqual(['X-03 is both open and later']);
  });
});
