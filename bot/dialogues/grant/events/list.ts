// A list of attendance as the team and the grantor see it: the link and its code, who is on it, and what may be done about it.
import { naming } from '../../../../engine/kernel/about.ts';
import type { Button, Text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  type Attendee,
  attendeesOf,
  courseOf,
  eventCodePage,
  eventLink,
  type Gathering,
  isPresent,
  isTeam,
  listAskedIn,
  type Plan,
  projectOf,
  seenGathering,
  seesContacts,
} from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import type { GrantTalk } from '../grant-talk.ts';
import { ended, eventButton, eventsButton, placeParams, planBehind, said } from './events-talk.ts';

/** Names in one message; the rest is in the file that is sent. */
const SHOWN = 40;

export const list: Dialogue<EngineContext> = dialogue('grant.list', { version: 1 }, [
  say('show', async (talk) => {
    const gathering = await seenGathering(talk.env, talk.actor, talk.argument);
    const plan = await planBehind(talk, gathering);
    const all = await attendeesOf(talk.env, gathering._id);
    const there = all.filter(isPresent);
    const title = said('list.title', {
      ...placeParams(plan, gathering.activity),
      ...{ date: gathering.date, count: there.length },
    });
    const seesNames = seesContacts(talk.actor, await projectOf(talk.env, gathering.project));
    return ended(
      [title, ...(seesNames ? namesIn(there) : []), ...stateTexts(talk, gathering)],
      ...buttonsFor(talk, gathering, plan, there.length),
      eventsButton(gathering.project),
    );
  }),
]);

/** Two of one name may be one person who came twice: the team looks. */
function namesIn(there: readonly Attendee[]): readonly Text[] {
  const shown = there.slice(0, SHOWN);
  const names = there.map(({ name }) => name);
  const twice = names.filter((each, at) => each !== null && names.indexOf(each) < at);
  const lines = shown.map(({ name }, at) => `${at + 1}. ${name ?? '—'}`).join('\n');
  return [
    ...(shown.length > 0
      ? [naming(said('list.names', { names: lines }), ...shown.map(({ person }) => person))]
      : []),
    ...(there.length > SHOWN ? [said('list.more', { count: there.length - SHOWN })] : []),
    ...(twice.length > 0 ? [said('list.same-name', { names: [...new Set(twice)].join(', ') })] : []),
  ];
}

const stateTexts = ({ env }: GrantTalk, { _id, state, certifiedAt }: Gathering): readonly Text[] => [
  said(state === 'open' ? 'list.share' : 'list.sent', { link: eventLink(env, 'list', _id) }),
  ...(certifiedAt ? [said('list.certified')] : []),
];

function buttonsFor(
  { env, actor }: GrantTalk,
  { _id, project, activity, state, certifiedAt }: Gathering,
  plan: Plan,
  count: number,
): readonly Button[] {
  if (!isTeam(actor, project, 'grant-lead', 'grant-manager')) return [];
  const when = (condition: boolean, ...buttons: readonly Button[]) => (condition ? buttons : []);
  const isOpen = state === 'open';
  return [
    ...when(isOpen, { label: said('button.code'), action: { url: eventCodePage(env, 'list', _id) } }),
    ...when(isOpen, eventButton('outside', 'grant.list-outside', _id)),
    ...when(isOpen && count > 0, eventButton('remove', 'grant.list-remove', _id)),
    ...when(
      isOpen && count > 0 && listAskedIn(plan, activity) !== null,
      eventButton('send-list', 'grant.list-send', _id),
    ),
    ...when(
      !isOpen && certifiedAt === null && courseOf(plan, activity) !== null,
      eventButton('certify', 'grant.list-certify', _id),
    ),
  ];
}
