// Where the badge programme is to be met: the dialogues by which its desks enter it. The scripts lie in bot/dialogues.
import type { Programme } from '../programme.ts';

export const desks: Programme['desks'] = {
  participant: {
    join: 'badge.apply',
    menu: [
      ...['badge.apply', 'badge.sign', 'badge.schedule', 'badge.card', 'badge.wards', 'badge.status'],
      ...['badge.journal', 'badge.progress', 'badge.entries', 'badge.excuse', 'badge.message'],
    ],
    status: 'badge.status',
  },
  staff: {
    menu: ['badge.mentees', 'badge.centres', 'badge.centre-apply', 'badge.overview', 'badge.desk'],
  },
};
