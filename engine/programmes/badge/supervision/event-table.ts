// What follows from absence, hand-overs and letters, and who hears of it.
import { naming } from '../../../kernel/about.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { text } from '../../../kernel/message.ts';
import { ok } from '../../../kernel/result.ts';
import type { Notify } from '../../../parts/part.ts';
import { on, type Subscriptions } from '../../../parts/part.ts';
import { nameOf } from '../../../people/reach.ts';
import { people } from '../../../people/store.ts';
import { cameBack, wentAway } from '../../../reviews/absence/events.ts';
import { awayUntil } from '../../../reviews/absence/use-cases.ts';
import type { EventOf } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { refreshWaiting } from '../journal/settle.ts';
import { participations } from '../store.ts';
import { messageOf, toEach } from '../words.ts';
import { cardOf, changeCard } from './cards.ts';
import * as events from './events.ts';
import { addresseesOf } from './letters.ts';
import { coordinatorsOf, regionsOfStaff, standInsOf } from './reach.ts';
import { letters } from './store.ts';

/** Everything that waits for a mentor is brought to whoever acts for them now. */
async function handOnOf(ctx: EngineContext, mentor: string): Promise<void> {
  const active = await participations.on(ctx.db).find({ mentor, state: 'active' }, { _id: 1 }).lean();
  for (const { _id } of active) await refreshWaiting(ctx, _id);
}

const ofMentor = {
  waiting: (ctx: EngineContext, { data }: { readonly data: { readonly mentor: string } }) =>
    handOnOf(ctx, data.mentor),
};

/** A mentor's expert, or the coordinator of the region where there is none; an expert's coordinators (§3.3). */
async function above(ctx: EngineContext, person: string): Promise<readonly string[]> {
  const { expert } = await cardOf(ctx, person);
  if (expert !== null && !(await awayUntil(ctx, expert))) return [expert];
  const regions = await regionsOfStaff(ctx, person);
  const found = await Promise.all(regions.map((region) => coordinatorsOf(ctx, region)));
  return [...new Set(found.flat())].filter((each) => each !== person);
}

/** A mentor is away: whoever stands above them takes over, or names who does. An expert is: the coordinator oversees. */
const absent: Notify<EngineContext, EventOf<typeof wentAway>['data']> = async (ctx, { data }) => {
  const { person, until } = data;
  const found = await people.on(ctx.db).findById(person, { grants: 1 }).lean();
  const has = (role: string) => found?.grants.some((grant) => grant.role === role) ?? false;
  if (!has('mentor') && !has('expert')) return [];
  const key = has('mentor') ? 'mentor-away' : 'expert-away';
  const said = naming(text(`badge-mentor:notice.${key}`, { name: await nameOf(ctx, person), until }), person);
  const handOver = {
    label: text('badge-mentor:button.hand-over'),
    action: { go: 'badge.hand-over', argument: person },
  };
  return toEach(await above(ctx, person), messageOf([said], ...(has('mentor') ? [handOver] : [])));
};

const standIn: Notify<EngineContext, { readonly mentor: string; readonly standIn: string }> = async (
  ctx,
  { data },
) => {
  const acting = await standInsOf(ctx, data.standIn);
  if (!acting.includes(data.mentor)) return [];
  const said = text('badge-mentor:notice.stand-in', { name: await nameOf(ctx, data.mentor) });
  return toEach([data.standIn], messageOf([naming(said, data.mentor)]));
};

const assigned: Notify<EngineContext, { readonly mentor: string; readonly expert: string }> = async (
  ctx,
  { data },
) => {
  const said = text('badge-mentor:notice.mentor-assigned', { name: await nameOf(ctx, data.mentor) });
  return toEach([data.expert], messageOf([naming(said, data.mentor)]));
};

const delivered: Notify<EngineContext, { readonly letter: string }> = async (ctx, { data }) => {
  const letter = await letters.on(ctx.db).findById(data.letter).lean();
  if (!letter) return [];
  const params = {
    name: await nameOf(ctx, letter.from),
    words: letter.text,
    recommendation: letter.recommendation ?? '',
  };
  const said = naming(text(`badge-mentor:letter.${letter.kind}`, params), letter.from, letter.subject);
  const message = { ...messageOf([said]), media: letter.media };
  return toEach(await addresseesOf(ctx, letter as never), message);
};

/** Back again: whoever acted by name does so no more. */
async function endStandIn(ctx: EngineContext, event: EventOf<typeof cameBack>): Promise<void> {
  const { person } = event.data;
  if ((await cardOf(ctx, person)).standIn === null) return;
  const command = { id: `event/${event.id}/stand-in`, actor: systemActor };
  await changeCard(ctx, person, command, () =>
    ok({ action: 'stand-in ended', set: { standIn: null }, result: person }),
  );
}

export const supervisionEvents: readonly Subscriptions<EngineContext>[] = [
  on(events.expertAssigned, { notify: { expert: assigned } }),
  on(events.standInNamed, { follow: ofMentor, notify: { 'stand-in': standIn } }),
  on(events.letterSent, { notify: { addressee: delivered } }),
  on(events.logWritten),
  on(events.staffPageWritten),
];

export const supervisionSubscriptions: readonly Subscriptions<EngineContext>[] = [
  on(wentAway, { notify: { above: absent } }),
  on(cameBack, { follow: { 'stand-in': endStandIn } }),
];
