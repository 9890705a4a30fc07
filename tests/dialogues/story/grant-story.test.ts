// The grant's story: the sample project from its registration to the end of its half-year.
import { expect, it } from 'vitest';
import { performances, told } from '../../story/told.ts';

it.each(performances)(
  'over %s (%s, staff %s) a project of a grant goes from its registration to all that it promised',
  async (...performance) => {
    expect(await told('grant', performance)).toMatchObject({
      ...{ programme: 'grant', tasks: 6, sections: 2, activities: 14, indicators: 71 },
      percent: 100,
    });
  },
  300_000,
);
