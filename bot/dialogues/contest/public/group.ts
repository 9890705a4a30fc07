// The working group at the Holding: who is in it and who is missing, its ranking where the list is limited, and the list.
import { inOffice } from '../../../../engine/commissions/composition.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import type { Result } from '../../../../engine/kernel/result.ts';
import {
  actsForRepublic,
  concludedRanking,
  concludeRanking,
  editionOf,
  findGroup,
  formWorkingGroup,
  groupFaults,
  groupKinds,
  groupSitting,
  inviteToGroup,
  publishLaureates,
  putUpWinners,
  winnersOf,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type EffectStep } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, runningEdition } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';

const holdingOnly: EffectStep<EngineContext> = say('holding-only', ({ actor }) =>
  actsForRepublic(actor) ? onward : ending('common:reason.not-allowed', undefined, menuButton()),
);

export const groupButton = () => goButton('contest-public:button.group', 'contest.group');
const button = (label: string, go: string): Button => goButton(`contest-public:button.${label}`, go);

export const group: Dialogue<EngineContext> = dialogue('contest.group', { version: 1 }, [
  runningOnly,
  holdingOnly,
  say('show', async (talk) => {
    const { texts, buttons } = await deskOf(talk);
    return { texts, buttons: [...buttons.map((each) => [each]), [menuButton()]], next: 'end' };
  }),
]);

async function deskOf(
  talk: ContestTalk,
): Promise<{ readonly texts: readonly Text[]; readonly buttons: readonly Button[] }> {
  const edition = await editionOf(talk.env, (await runningEdition(talk))._id);
  const found = await findGroup(talk.env, edition._id);
  const { republicanBegins: from, republicanEnds: to } = edition.calendar;
  const days = text('contest-public:group.days', { from, to });
  if (!found)
    return {
      texts: [days, text('contest-public:group.none')],
      buttons: [button('form-group', 'contest.group-form')],
    };
  const faults = groupFaults(found);
  const waiting = (await winnersOf(talk.env, edition)).length;
  const isLimited = edition.laureates !== null;
  const sits = (await groupSitting(talk.env, edition._id)) !== null;
  const ranked = await concludedRanking(talk.env, edition._id);
  return {
    texts: [
      days,
      text('contest-public:group.members', { count: inOffice(found.members).length }),
      ...reasonTexts(faults),
      text('contest-public:group.waiting', { count: waiting }),
    ],
    buttons: [
      button('invite-group', 'contest.group-invite'),
      ...(faults.length === 0 && isLimited ? [button('rank', 'contest.group-rank')] : []),
      ...(sits ? [button('conclude-ranking', 'contest.group-conclude')] : []),
      ...(faults.length === 0 && waiting > 0 ? [button('publish', 'contest.laureates')] : []),
      ...(ranked ? [goButton('contest-staff:button.protocol', 'contest.protocol', ranked._id)] : []),
    ],
  };
}

type Doing = (talk: ContestTalk, edition: string) => Promise<Result<unknown>>;

/** Asks once, then does it. */
const deed = (id: string, label: string, doing: Doing): Dialogue<EngineContext> =>
  dialogue(`contest.${id}`, { version: 1 }, [
    runningOnly,
    holdingOnly,
    confirm('sure', `contest-public:group.sure-${label}`, undefined, {
      button: `contest-public:button.${label}`,
    }),
    call('do', async (talk: ContestTalk) => doing(talk, (await runningEdition(talk))._id), {
      ok: () => ending(`contest-public:group.done-${label}`, undefined, groupButton(), menuButton()),
      refused: (reasons) => ({
        texts: reasonTexts(reasons),
        buttons: [[groupButton()], [menuButton()]],
        next: 'end',
      }),
    }),
  ]);

export const formGroup = deed('group-form', 'form-group', (talk, edition) =>
  formWorkingGroup(talk.env, talk.command('form'), edition),
);
export const rankWinners = deed('group-rank', 'rank', (talk, edition) =>
  putUpWinners(talk.env, talk.command('rank'), edition),
);
export const concludeGroup = deed('group-conclude', 'conclude-ranking', (talk, edition) =>
  concludeRanking(talk.env, talk.command('conclude'), edition),
);
export const laureates = deed('laureates', 'publish', (talk, edition) =>
  publishLaureates(talk.env, talk.command('publish'), edition),
);

const kindOptions: readonly Option[] = groupKinds.map((value) => ({
  value,
  label: text(`contest-public:group-kind.${value}`),
}));

export const inviteGroup: Dialogue<EngineContext> = dialogue('contest.group-invite', { version: 1 }, [
  runningOnly,
  holdingOnly,
  choose('kind', kindOptions, 'contest-public:group.which-kind'),
  ask('represents', freeText({ least: 2, most: 200 }), 'contest-public:group.represents'),
  call(
    'invite',
    async (talk: ContestTalk) =>
      inviteToGroup(talk.env, talk.command('invite'), {
        edition: (await runningEdition(talk))._id,
        kind: groupKinds.find((each) => each === talk.draft.kind) ?? 'public',
        represents: answer(talk.draft, 'represents'),
      }),
    {
      ok: (secret, talk) => ({
        texts: [text('contest-public:group.invited', { link: talk.env.links.start('staff', secret) })],
        buttons: [[button('invite-group', 'contest.group-invite')], [groupButton()], [menuButton()]],
        next: 'end',
      }),
    },
  ),
]);
