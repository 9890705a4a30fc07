// A schedule was proposed or agreed: the other side hears of it, with a way to read it.
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { NotifyOf } from '../application/notices.ts';
import { participationOf } from '../cases.ts';
import { go, messageOf, staffGo, toEach, toParticipant } from '../words.ts';

export const proposed: NotifyOf = async (ctx, { data }) => {
  const { _id: id, mentor, proposed: wish, person } = await participationOf(ctx, data.participation);
  if (!wish) return [];
  if (wish.proposedBy === 'mentor')
    return [
      toParticipant(
        person,
        messageOf([text('badge:notice.schedule-proposed')], go('schedule', 'badge.schedule', id)),
      ),
    ];
  const said = text('badge-staff:notice.schedule-proposed', { name: await nameOf(ctx, person) });
  return toEach([mentor], messageOf([naming(said, person)], staffGo('schedule', 'badge.plan', id)));
};

export const agreed: NotifyOf = async (ctx, { data }) => {
  const { _id: id, mentor, schedule, person } = await participationOf(ctx, data.participation);
  if (!schedule) return [];
  if (schedule.proposedBy === 'participant')
    return [
      toParticipant(
        person,
        messageOf([text('badge:notice.schedule-agreed')], go('schedule', 'badge.schedule', id)),
      ),
    ];
  const said = text('badge-staff:notice.schedule-agreed', { name: await nameOf(ctx, person) });
  return toEach([mentor], messageOf([naming(said, person)], staffGo('participant', 'badge.mentee', id)));
};
