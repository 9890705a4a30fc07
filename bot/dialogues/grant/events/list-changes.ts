// What the team does about a list: hands a one-time link to somebody without an account, takes somebody off, sends the list, and gives
// certificates to those who were trained.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  attendancePage,
  certifyCourse,
  presentAt,
  removeAttendee,
  seenGathering,
  sendAttendance,
} from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import type { GrantTalk } from '../grant-talk.ts';
import { ended, eventButton, placeParams, planBehind, refusedWith, said } from './events-talk.ts';

const listButton = (id: string) => eventButton('list', 'grant.list', id);

/** What is said before the list goes out, and before certificates are given. */
async function listParams(talk: GrantTalk) {
  const gathering = await seenGathering(talk.env, talk.actor, talk.argument);
  const { length: count } = await presentAt(talk.env, gathering._id);
  return {
    ...placeParams(await planBehind(talk, gathering), gathering.activity),
    ...{ date: gathering.date, count },
  };
}

export const outsideLink: Dialogue<EngineContext> = dialogue('grant.list-outside', { version: 1 }, [
  call('link', (talk: GrantTalk) => attendancePage(talk.env, talk.command('link'), talk.argument), {
    ok: (link, { argument }) =>
      ended(
        [said('list.outside', { link })],
        eventButton('outside-more', 'grant.list-outside', argument),
        listButton(argument),
      ),
    refused: (reasons, { argument }) => refusedWith(listButton(argument))(reasons),
  }),
]);

async function present(talk: GrantTalk): Promise<readonly Option[]> {
  const gathering = await seenGathering(talk.env, talk.actor, talk.argument);
  const there = await presentAt(talk.env, gathering._id);
  return there.map(({ _id, name }, at) => ({
    value: _id,
    label: said('option.attendee', { number: at + 1, name: name ?? '—' }),
  }));
}

export const removeFromList: Dialogue<EngineContext> = dialogue('grant.list-remove', { version: 1 }, [
  choose('who', present, 'grant-events:list.whom', { none: 'grant-events:list.nobody' }),
  ask('reason', freeText({ least: 3, most: 300 }), 'grant-events:list.why'),
  call(
    'remove',
    (talk: GrantTalk) =>
      removeAttendee(
        talk.env,
        talk.command('remove'),
        answer(talk.draft, 'who'),
        answer(talk.draft, 'reason'),
      ),
    {
      ok: (id) => ended([said('list.removed')], listButton(id)),
      refused: (reasons, { argument }) => refusedWith(listButton(argument))(reasons),
    },
  ),
]);

export const sendList: Dialogue<EngineContext> = dialogue('grant.list-send', { version: 1 }, [
  confirm('sure', 'grant-events:list.sure', listParams, { button: 'grant-events:button.send-list' }),
  call('send', (talk: GrantTalk) => sendAttendance(talk.env, talk.command('send'), talk.argument), {
    ok: (_id, { argument }) => ended([said('list.done')], listButton(argument)),
    refused: (reasons, { argument }) => refusedWith(listButton(argument))(reasons),
  }),
]);

export const certify: Dialogue<EngineContext> = dialogue('grant.list-certify', { version: 1 }, [
  confirm('sure', 'grant-events:certify.sure', listParams, { button: 'grant-events:button.certify' }),
  call('certify', (talk: GrantTalk) => certifyCourse(talk.env, talk.command('certify'), talk.argument), {
    ok: (id) => ended([said('certify.done')], listButton(id)),
    refused: (reasons, { argument }) => refusedWith(listButton(argument))(reasons),
  }),
]);
