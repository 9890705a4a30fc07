// Where the grant programme is to be met: the dialogues by which its desks enter it. The scripts lie in bot/dialogues.
import type { Programme } from '../programme.ts';

export const desks: Programme['desks'] = {
  participant: { join: 'grant.register', menu: ['grant.register', 'grant.project'] },
  staff: { menu: ['grant.projects', 'grant.late'] },
};
