// The badge story, from the application to a bronze award.
import { expect, it } from 'vitest';
import { performances, told } from '../../story/told.ts';

it.each(performances)(
  'B-27: over %s (%s, staff %s) the badge goes from the application to a bronze award',
  async (...performance) => {
    expect(await told('badge', performance)).toEqual({
      ...{ programme: 'badge', level: 'bronze', percent: 100, awarded: true },
      certificate: expect.stringMatching(/^\d{2}-/),
    });
  },
  300_000,
);
