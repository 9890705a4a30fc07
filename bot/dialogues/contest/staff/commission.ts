// The commission of a college or a region: formed, its members invited, the nominees put before it.

import { localDate } from '../../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { ok, type Result } from '../../../../engine/kernel/result.ts';
import {
  commissionId,
  editionOf,
  formStageCommission,
  inviteToCommission,
  type MemberKind,
  memberKinds,
  putUpNominees,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { collegesOn } from '../../../../engine/reference/colleges.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import type { ContestTalk } from '../contest-talk.ts';
import { lastDay, placeIn, placeSteps, placeWord } from './places.ts';

const deskButton = async (talk: ContestTalk) =>
  goButton('contest-staff:button.desk', 'contest.desk', placeWord(await placeIn(talk)));

export const form: Dialogue<EngineContext> = dialogue('contest.form', { version: 1 }, [
  ...placeSteps,
  confirm('sure', 'contest-staff:form.sure', undefined, { button: 'contest-staff:button.form' }),
  call(
    'form',
    async (talk: ContestTalk) => formStageCommission(talk.env, talk.command('form'), await placeIn(talk)),
    {
      ok: async (_id, talk) =>
        ending(
          'contest-staff:form.done',
          undefined,
          goButton(
            'contest-staff:button.invite-member',
            'contest.member-invite',
            placeWord(await placeIn(talk)),
          ),
          menuButton(),
        ),
    },
  ),
]);

const kindOptions: readonly Option[] = memberKinds.map((value) => ({
  value,
  label: text(`contest:kind.${value}`),
}));

const NONE = 'none';

export const inviteMember: Dialogue<EngineContext> = dialogue('contest.member-invite', { version: 1 }, [
  ...placeSteps,
  choose('kind', kindOptions, 'contest-staff:member.which-kind'),
  ask('represents', freeText({ least: 3, most: 200 }), 'contest-staff:member.represents'),
  choose('college', tieOptions, 'contest-staff:member.which-college'),
  call('invite', invited, {
    ok: async (link, talk) =>
      ending(
        'contest-staff:member.link',
        { link },
        goButton(
          'contest-staff:button.invite-another',
          'contest.member-invite',
          placeWord(await placeIn(talk)),
        ),
        await deskButton(talk),
      ),
  }),
]);

/** The colleges of the region, of whose nominees such a member is no judge. */
async function tieOptions(talk: ContestTalk): Promise<readonly Option[]> {
  const place = await placeIn(talk);
  const none: Option = { value: NONE, label: text('contest-staff:member.no-college') };
  const all = await collegesOn(talk.env, localDate(talk.now));
  const region = place.stage === 'region' ? place.at : all.find(({ id }) => id === place.at)?.region;
  const near = all.filter((each) => each.region === region);
  return [none, ...near.map((each) => ({ value: each.id, label: named(each[talk.language]) }))];
}

const named = (value: string): Text => text('common:plain', { value });

async function invited(talk: ContestTalk): Promise<Result<string>> {
  const { draft } = talk;
  const college = answer(draft, 'college');
  const secret = await inviteToCommission(talk.env, talk.command('invite'), {
    commission: commissionId(await placeIn(talk)),
    kind: memberKinds.find((each): each is MemberKind => each === draft.kind) ?? 'stakeholder',
    represents: answer(draft, 'represents'),
    college: college === NONE ? null : college,
  });
  return secret.ok ? ok(talk.env.links.start('staff', secret.value)) : secret;
}

/** The nominees who wait go before the commission; its members are told. */
export const sit: Dialogue<EngineContext> = dialogue('contest.sit', { version: 1 }, [
  ...placeSteps,
  confirm(
    'sure',
    'contest-staff:sit.sure',
    async (talk) => ({ day: await lastDay(talk, await placeIn(talk)) }),
    {
      button: 'contest-staff:button.sit',
      facts: criteriaLines,
    },
  ),
  call(
    'sit',
    async (talk: ContestTalk) => putUpNominees(talk.env, talk.command('sit'), await placeIn(talk)),
    {
      ok: async (_id, talk) =>
        ending('contest-staff:sit.done', undefined, await deskButton(talk), menuButton()),
    },
  ),
]);

/** By what the members will score: declared before anybody does. */
async function criteriaLines(talk: ContestTalk): Promise<readonly Text[]> {
  const place = await placeIn(talk);
  const { criteria } = await editionOf(talk.env, place.edition);
  return criteria[place.stage].map(({ id, most, weight }) =>
    text('contest-staff:criterion-line', { criterion: `contest:criterion.${id}`, most, weight }),
  );
}
