// How the badge programme lets go of a person: free texts and everything personal go; level, dates and decisions stay under
// the meaningless id, so that a badge is never given twice.
import { systemActor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { participationsOf } from './cases.ts';
import { type Participation, participations } from './store.ts';

export async function eraseParticipations(ctx: StoreContext, personId: string): Promise<void> {
  for (const { _id } of await participationsOf(ctx, personId)) {
    const command = { id: `erase/${_id}`, actor: systemActor };
    await change(ctx, participations, _id, command, (each) =>
      ok({ action: 'texts erased', set: withoutTexts(each), result: null }),
    );
  }
}

function withoutTexts({ page, directions, decision, talk, schedule, confirmed, agreement }: Participation) {
  const noGuardian = agreement.guardian && { ...agreement.guardian, person: '' };
  return {
    page: {
      ...{ photo: '', about: '', hobby: '' },
      residence: { ...page.residence, place: '' },
      study: { ...page.study, place: '' },
    },
    directions: directions.map((each) => ({ ...each, activity: '' })),
    decision: decision && { ...decision, reason: null },
    talk: talk && { ...talk, residence: '', sealedHealth: '' },
    documents: [],
    schedule: schedule && { ...schedule, lines: schedule.lines.map((line) => ({ ...line, activity: '' })) },
    proposed: null,
    confirmed: confirmed.map((each) => ({ ...each, assessment: '' })),
    agreement: { ...agreement, guardian: noGuardian },
  };
}
