// What somebody reads whose decision was none: it was decided before, it changed since they saw it, or it is not theirs.
import { naming } from '../../../../engine/kernel/about.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { type Reason, type Refused, refused } from '../../../../engine/kernel/result.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import { openCard, settledCard } from '../../../../engine/reviews/card.ts';
import type { Reading } from '../../../../engine/reviews/kind.ts';
import { standing } from '../../../../engine/reviews/standing.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { reasonTexts } from '../../../dialogue/steps/call.ts';
import { decidedIn, type Kind, kindOf, type StaffTalk } from './shell.ts';

const CHANGED = 'common.changed-meanwhile';
const DECIDED = 'common.already-decided';

/** Why the decision need not even be asked for; null while the card offers it to the reader as they saw it. */
export async function refusalBefore(talk: StaffTalk, id: string, kindId: string): Promise<Refused | null> {
  const kind = kindOf(talk, kindId);
  const { subject, seen } = decidedIn(talk);
  const found = await standing(talk.env, talk.actor, kind, subject);
  if (found.kind === 'gone') return refused('reviews.gone');
  if (found.kind === 'not-theirs') return refused('common.not-allowed');
  const { decisions } = await kind.card(talk.env, subject);
  const isOffered = decisions.some(({ action }) => 'go' in action && action.go === id);
  if (!isOffered) return refused(DECIDED, { ...decisionParams(found.reading) });
  return seen === found.reading.version ? null : refused(CHANGED);
}

const decisionParams = ({ decision }: Reading) =>
  decision ? { by: decision.by, at: decision.at.toISOString() } : {};

export async function notDecided(
  talk: StaffTalk,
  kindId: string,
  reasons: readonly Reason[],
): Promise<Outcome> {
  const kind = kindOf(talk, kindId);
  const { subject } = decidedIn(talk);
  const found = await standing(talk.env, talk.actor, kind, subject);
  if (found.kind !== 'theirs') return { texts: reasonTexts(reasons), next: 'end' };
  const settled = reasons.find(({ code }) => code === DECIDED);
  if (settled || found.reading.state !== 'open')
    return inPlace(talk, kind, subject, [await alreadyDecided(talk, settled ?? reasons[0], found.reading)]);
  if (reasons.some(({ code }) => code === CHANGED)) {
    const card = await openCard(talk.env, kind, subject, talk.actor.id);
    return { ...card, texts: [text('reviews:changed'), ...card.texts], next: 'end', inPlace: true };
  }
  return { texts: reasonTexts(reasons), next: 'end' };
}

/** The card as it stands now where the tapped one stood. */
export async function inPlace(
  talk: StaffTalk,
  kind: Kind,
  subject: string,
  before: readonly Text[],
): Promise<Outcome> {
  const card = await settledCard(talk.env, kind, subject, talk.actor.id);
  return { ...card, texts: [...before, ...card.texts], next: 'end', inPlace: true };
}

/** By whom and when, as far as it is known. */
async function alreadyDecided(talk: StaffTalk, reason: Reason | undefined, reading: Reading): Promise<Text> {
  const { by, at } = { ...decisionParams(reading), ...reason?.params };
  if (typeof by === 'string' && typeof at === 'string') {
    if (by === talk.actor.id) return text('reviews:stale.self', { at });
    return naming(text('reviews:stale.by', { by: await nameOf(talk.env, by), at }), by);
  }
  return text('reviews:stale.plain');
}
