// The contest's story, an edition from January to the list of laureates in December.
import { expect, it } from 'vitest';
import { performances, told } from '../../story/told.ts';

it.each(performances)(
  'over %s (%s, staff %s) an edition of the contest goes from the first nomination to the laureates',
  async (...performance) => {
    expect(await told('contest', performance)).toEqual({
      ...{ programme: 'contest', collegeSeats: 3, regionSeats: 10 },
      ...{ packages: 10, publications: 21, laureates: 10 },
    });
  },
  300_000,
);
