// Where a participation stands, in words: what has happened, who has it now, and by when.
import { type Text, text } from '../../../engine/kernel/message.ts';
import { endOfTerm, type Participation } from '../../../engine/programmes/badge/programme.ts';
import { signaturesIn } from './mine.ts';
import { placeOf } from './place.ts';
import type { BadgeTalk } from './talk.ts';

/** Of an application: who has to do something next. */
async function appliedKey(talk: BadgeTalk, participation: Participation): Promise<string> {
  const signed = await signaturesIn(talk, participation);
  if (!signed.participant) return 'unsigned';
  if (signed.guardian) return 'decided-by';
  return participation.agreement.guardian ? 'guardian-unproven' : 'guardian-unsigned';
}

function acceptedKey({ talk, schedule, proposed }: Participation): string {
  if (!talk) return 'talk';
  if (schedule) return 'activation';
  return proposed ? 'agreement' : 'schedule';
}

export async function stateText(talk: BadgeTalk, participation: Participation): Promise<Text> {
  const { state, level, dueAt, decision } = participation;
  const until = endOfTerm(participation);
  const params = {
    level,
    due: dueAt.toISOString(),
    reason: decision?.reason ?? '',
    until: (until ?? dueAt).toISOString(),
    ...(await placeOf(talk, participation)),
  };
  if (state === 'applied')
    return text(`badge:state.applied.${await appliedKey(talk, participation)}`, params);
  if (state === 'accepted') return text(`badge:state.accepted.${acceptedKey(participation)}`, params);
  return text(`badge:state.${state}`, params);
}
