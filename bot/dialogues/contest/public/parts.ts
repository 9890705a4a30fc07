// What packages, votes and publicity bring to the two desks of the contest.
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import {
  editionNow,
  offerFor,
  openGroupCases,
  publishersOf,
  seatsOf,
  sitsInGroup,
  votableNominees,
  winningNomination,
} from '../../../../engine/programmes/contest/programme.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { DeskPart } from '../../desk-part.ts';
import type { ContestTalk } from '../contest-talk.ts';
import { elector } from './elector.ts';
import { electors, roster } from './electors.ts';
import {
  concludeGroup,
  formGroup,
  group,
  groupButton,
  inviteGroup,
  laureates,
  rankWinners,
} from './group.ts';
import { joinGroup, scoreButton, scoreGroup } from './group-member.ts';
import { ownPackage, packageOf } from './package.ts';
import { packages } from './packages.ts';
import { closePage, page } from './page.ts';
import { plan } from './plan.ts';
import { planDone } from './plan-done.ts';
import { publication, publicityButton } from './publication.ts';
import { publicity } from './publicity.ts';
import { vote, voteButton } from './vote.ts';
import { votes } from './votes.ts';

export { openGroupLink } from './group-member.ts';
export { openVoteLink } from './vote.ts';

export const participantDialogues = [ownPackage, page, closePage, vote, elector];
export const staffDialogues = [
  ...[packages, packageOf, publication, publicity, plan, planDone, electors, roster, votes],
  ...[group, formGroup, inviteGroup, rankWinners, concludeGroup, laureates, joinGroup, scoreGroup],
];

type Rows = readonly (readonly Button[])[];

/** What makes sense now, for the participant's menu. */
async function participantRows({ env, actor }: ContestTalk): Promise<Rows> {
  const isWinner = (await winningNomination(env, actor.id)) !== null;
  const isOffered = (await offerFor(env, actor.id, null)) !== null;
  const mayVote = (await votableNominees(env, actor.id)).length > 0;
  return [
    ...(isOffered ? [[goButton('contest-offer:button.answer', 'contest.answer')]] : []),
    ...(isWinner
      ? [
          [goButton('contest-public:button.package', 'contest.package')],
          [goButton('contest-public:button.page', 'contest.page')],
        ]
      : []),
    ...(mayVote ? [[voteButton()]] : []),
  ];
}

/** By role, for the staff's menu. */
async function staffRows({ env, actor }: ContestTalk): Promise<Rows> {
  const is = (role: 'college-officer' | 'education-department' | 'holding') =>
    scopesOf(actor, role).length > 0;
  const edition = await editionNow(env);
  const seats = await seatsOf(env, actor.id);
  const isScorer =
    edition !== null &&
    (await openGroupCases(env, edition._id)).length > 0 &&
    (await sitsInGroup(env, edition._id, actor.id));
  const isSender = is('education-department') || is('holding');
  return [
    ...(isSender ? [[goButton('contest-public:button.packages', 'contest.packages')]] : []),
    ...(publishersOf(actor).length > 0 ? [[publicityButton()]] : []),
    ...(is('holding') ? [[groupButton()]] : []),
    ...(isScorer ? [[scoreButton()]] : []),
    ...(is('college-officer')
      ? [
          [goButton('contest-public:button.electors', 'contest.electors')],
          [goButton('contest-public:button.roster', 'contest.roster')],
        ]
      : []),
    ...(is('college-officer') || is('education-department') || seats.length > 0
      ? [[goButton('contest-public:button.votes', 'contest.votes')]]
      : []),
  ];
}

type Menu = DeskPart['menu'];

export const withParticipantRows =
  (menu: Menu): Menu =>
  async (talk) => {
    const block = await menu(talk);
    return { ...block, rows: [...block.rows, ...(await participantRows(talk))] };
  };

/** Whoever has something to do here takes part in the contest. */
export const withStaffRows =
  (menu: Menu): Menu =>
  async (talk) => {
    const block = await menu(talk);
    const rows = await staffRows(talk);
    const taking = block.taking || rows.length > 0;
    const texts = taking && block.texts.length === 0 ? [text('contest-public:staff-menu')] : block.texts;
    return { ...block, taking, texts, rows: [...block.rows, ...rows] };
  };
