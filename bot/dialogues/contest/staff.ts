// What the contest brings to the staff desk.
import { type Button, text } from '../../../engine/kernel/message.ts';
import { isOperator, placesOf, seatsOf, waitingFor } from '../../../engine/programmes/contest/programme.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import { openingLinks } from '../assemble.ts';
import type { DeskPart, MenuBlock } from '../desk-part.ts';
import type { ContestTalk } from './contest-talk.ts';
import { offer } from './offers/offer.ts';
import { offers } from './offers/waiting.ts';
import { openGroupLink, staffDialogues, withStaffRows } from './public/parts.ts';
import { admissions } from './staff/admission.ts';
import { form, inviteMember, sit } from './staff/commission.ts';
import { decide, protocol } from './staff/decide.ts';
import { desk } from './staff/desk.ts';
import { memberJoin, openMemberLink } from './staff/member-join.ts';
import { newEdition } from './staff/new-edition.ts';
import { nominees, pass, recall, send } from './staff/nominees.ts';
import { placeName, placeWord } from './staff/places.ts';
import { aside, points, score, scoreFinal } from './staff/score.ts';

const button = (label: string, go: string, argument = ''): Button =>
  goButton(`contest-staff:button.${label}`, go, argument);

async function menu(talk: ContestTalk): Promise<MenuBlock> {
  const { env, actor } = talk;
  const places = await placesOf(env, actor);
  const seats = await seatsOf(env, actor.id);
  const toScore = (await waitingFor(env, actor)).length;
  const names = await Promise.all(places.map((place) => placeName(talk, place)));
  const rows = [
    ...places.map((place) => button(`desk-${place.stage}`, 'contest.desk', placeWord(place))),
    ...(toScore > 0 ? [button('score', 'contest.score'), button('aside', 'contest.aside')] : []),
    ...(isOperator(actor) ? [button('new-edition', 'contest.edition-new')] : []),
  ];
  const said = [
    ...(toScore > 0 ? [text('contest-staff:menu.to-score', { count: toScore })] : []),
    ...(seats.length > 0 && toScore === 0 ? [text('contest-staff:menu.member')] : []),
  ];
  const takes = places.length + seats.length > 0 || isOperator(actor);
  return { taking: takes, texts: names, counts: said, rows: rows.map((each) => [each]) };
}

export const part: DeskPart = {
  dialogues: [
    ...[desk, form, inviteMember, memberJoin, sit, decide, protocol],
    ...[score, points, scoreFinal, aside, nominees, send, recall, pass],
    ...[offer, offers],
    ...[...admissions, newEdition, ...staffDialogues],
  ],
  introduction: () => ({ texts: [text('contest-staff:about')], rows: [] }),
  menu: withStaffRows(menu),
  openLink: openingLinks(openMemberLink, openGroupLink),
};
