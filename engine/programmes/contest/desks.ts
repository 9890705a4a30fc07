// Where the contest is to be met: the dialogues by which its desks enter it. The scripts lie in bot/dialogues.
import type { Programme } from '../programme.ts';

export const desks: Programme['desks'] = {
  participant: {
    join: 'contest.nominate',
    menu: [
      ...['contest.nominate', 'contest.answer', 'contest.status', 'contest.withdraw'],
      ...['contest.package', 'contest.vote'],
    ],
    status: 'contest.status',
  },
  staff: {
    menu: ['contest.desk', 'contest.score', 'contest.edition-new', 'contest.packages', 'contest.publicity'],
    status: 'contest.desk',
    links: { commission: 'contest.member-join' },
  },
};
