// The operator seats the members of the commission and names who chairs; a member takes the seat by their own word.
import { naming } from '../../../../engine/kernel/about.ts';
import { text } from '../../../../engine/kernel/message.ts';
import {
  commissionDesk,
  nameChair,
  type Seat,
  seatMember,
  seats,
  takeSeat,
  unseated,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { type AwardTalk, button, ending } from './award-talk.ts';

const personOption = ({ person, name }: { readonly person: string; readonly name: string }): Option => ({
  value: person,
  label: naming(text('badge-award:members.option', { name }), person),
});

const seatOptions: readonly Option[] = seats.map((value) => ({
  value,
  label: text(`badge-award:seat.${value}`),
}));

const seatOf = ({ draft }: AwardTalk): Seat =>
  seats.find((each) => each === answer(draft, 'seat')) ?? 'public';

const back = () => button('commission', 'badge.commission');

export const memberSeat: Dialogue<EngineContext> = dialogue('badge.member-seat', { version: 1 }, [
  choose(
    'person',
    async ({ env }: AwardTalk) => (await unseated(env)).map(personOption),
    'badge-award:members.who',
    {
      none: 'badge-award:members.nobody',
    },
  ),
  choose('seat', seatOptions, 'badge-award:members.seat'),
  ask('represents', freeText({ least: 2, most: 200 }), 'badge-award:members.represents'),
  call(
    'seat-now',
    (talk: AwardTalk) =>
      seatMember(talk.env, talk.command('seat'), {
        person: answer(talk.draft, 'person'),
        seat: seatOf(talk),
        represents: answer(talk.draft, 'represents'),
      }),
    { ok: () => ending('members.asked', undefined, back()) },
  ),
]);

export const memberChair: Dialogue<EngineContext> = dialogue('badge.member-chair', { version: 1 }, [
  choose(
    'person',
    async ({ env }: AwardTalk) =>
      (await commissionDesk(env)).members.filter(({ isSeated }) => isSeated).map(personOption),
    'badge-award:members.chair',
    { none: 'badge-award:members.nobody-seated' },
  ),
  call(
    'name',
    ({ env, command, draft }: AwardTalk) => nameChair(env, command('name'), answer(draft, 'person')),
    {
      ok: () => ending('members.chair-named', undefined, back()),
    },
  ),
]);

export const seat: Dialogue<EngineContext> = dialogue('badge.seat', { version: 1 }, [
  confirm('sure', 'badge-award:members.take-sure', undefined, { button: 'badge-award:button.take-seat' }),
  call('take', ({ env, command }: AwardTalk) => takeSeat(env, command('take')), {
    ok: () => ending('members.taken', undefined, button('nominees', 'badge.nominees')),
  }),
]);
