// Mentors: which expert supervises them.
import Type from 'typebox';
import { AppError } from '../../../engine/kernel/errors.ts';
import { assignExpert, cardOf, expertsFor } from '../../../engine/programmes/badge/programme.ts';
import { decision } from '../factories/decision.ts';
import { closed, id, nullable } from '../parts.ts';

export const mentors = decision({
  ...{ path: '/mentors', verb: 'expert', operationId: 'assignBadgeExpert', tag: 'badge' },
  summary: 'Put a mentor under an expert of the region (operators, coordinators of the region)',
  body: Type.Object({ expert: id }, closed),
  answer: Type.Object({ id: Type.String(), expert: nullable(Type.String()) }),
  async see(engine, actor, mentor) {
    if (await expertsFor(engine, actor, mentor)) return null;
    throw new AppError('forbidden', 'experts are assigned by operators and coordinators of the region');
  },
  decide: (engine, command, mentor, { expert }) => assignExpert(engine, command, { mentor, expert }),
  show: async (engine, _actor, mentor) => ({ id: mentor, expert: (await cardOf(engine, mentor)).expert }),
});
