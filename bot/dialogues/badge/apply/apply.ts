// «Өтініш беру»: consent, personal page, level, directions, centre and mentor, and the undertaking. The agreement is next.
import { addDays, localDate, seenOn } from '../../../../engine/kernel/calendar.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import type { Reason } from '../../../../engine/kernel/result.ts';
import { giveConsent } from '../../../../engine/people/consents.ts';
import { wishesOf } from '../../../../engine/people/guardians.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import {
  applyForLevel,
  CONSENT_PURPOSE,
  consentTerms,
  draftSchedule,
  type Level,
  levelRefusal,
  levels,
  openLevels,
  participationsOf,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose } from '../../../dialogue/steps/choose.ts';
import { deciding } from '../../../dialogue/steps/deciding.ts';
import { type Change, review } from '../../../dialogue/steps/review.ts';
import { ending, endingWith, menuButton } from '../../shared/endings.ts';
import { registeredOnly } from '../../shared/register.ts';
import { lineTexts } from '../schedule/lines.ts';
import { type BadgeTalk, on, optionsOf } from '../talk.ts';
import { applicationIn } from './answers.ts';
import { centreSteps, centresFor } from './centre-steps.ts';
import { directionSteps, levelSteps } from './level-steps.ts';
import { pageSteps } from './page-steps.ts';

const CONSENT = ['consent'];

async function personIn({ env, address }: BadgeTalk) {
  const person = await personOfChat(env, chatKey(address));
  if (!person) throw new Error('nobody is registered in this chat');
  return person;
}

/** Whether any level is open; else in words why not, the youngest level's reason. */
async function mayBegin(talk: BadgeTalk): Promise<Outcome> {
  const person = await personIn(talk);
  const day = localDate(talk.now);
  const all = await participationsOf(talk.env, person._id);
  const { rules } = talk.env;
  const born = person.birthDate ?? '';
  const closed = (level: Level) => levelRefusal(rules, level, born, day, all);
  const isFree = openLevels(rules, born, day, all).some((level) => closed(level) === null);
  const status = goButton('badge:button.status', 'badge.status');
  if (!isFree) {
    const first = closed(levels.find((level) => closed(level)) ?? 'bronze');
    return endingWith(reasonTexts(first?.reasons ?? []), ...(all.length > 0 ? [status] : []), menuButton());
  }
  const wished = wishesOf(person, talk.now).some(({ purpose }) => purpose === CONSENT_PURPOSE);
  return { texts: [text('badge:apply.free')], next: 'on', ...(wished && { known: CONSENT }) };
}

const change: readonly Change[] = [
  { step: 'photo', label: 'badge:change.photo' },
  { step: 'region', label: 'badge:change.region', clears: () => ['centre', 'mentor', 'helped-by', 'led-by'] },
  { step: 'place', label: 'badge:change.place' },
  { step: 'school', label: 'badge:change.school' },
  { step: 'about', label: 'badge:change.about' },
  { step: 'hobby', label: 'badge:change.hobby' },
  { step: 'level', label: 'badge:change.level', clears: () => ['directions', 'longer'] },
  { step: 'directions', label: 'badge:change.directions' },
  { step: 'centre', label: 'badge:change.centre', clears: () => ['mentor'] },
  { step: 'mentor', label: 'badge:change.mentor' },
];

export const apply: Dialogue<EngineContext> = dialogue('badge.apply', { version: 1 }, [
  registeredOnly('badge.apply'),
  say('may-begin', mayBegin),
  deciding(
    choose(
      'consent',
      optionsOf(['yes', 'no'], (each) => `badge:consent.${each}`),
      'badge:consent.terms',
    ),
  ),
  say('declined', () => ending('badge:consent.declined', undefined, menuButton()), {
    when: ({ consent }) => consent === 'no',
  }),
  call(
    'consent-given',
    async (talk: BadgeTalk) => {
      const { _id } = await personIn(talk);
      const command = { ...talk.command('consent-given'), actor: { ...talk.actor, id: _id } };
      const terms = consentTerms(talk.now);
      return giveConsent(talk.env, command, { ...terms, person: _id, givenBy: _id });
    },
    { ok: () => on, when: ({ consent }) => consent === 'yes' },
  ),
  ...pageSteps,
  ...levelSteps,
  ...directionSteps,
  ...centreSteps,
  review('review', 'badge:apply.undertaking', undertakingParams, {
    button: 'badge:button.undertake',
    facts: factsOf,
    change,
  }),
  call('apply', applied, { ok: toAgreement, refused: notApplied }),
]);

function undertakingParams({ draft }: BadgeTalk) {
  return { level: String(draft.level) };
}

/** Everything that is sent, and a first schedule. */
async function factsOf(talk: BadgeTalk): Promise<readonly Text[]> {
  const person = await personIn(talk);
  const { level, page, directions, longer, centre, mentor } = applicationIn(talk.draft, person);
  const offered = (await centresFor(talk)).find(({ id }) => id === centre);
  const today = localDate(talk.now);
  const taken = directions.map((each) => ({ ...each, mandatory: false }));
  const lines = draftSchedule(talk.env.rules, { level, longer, directions: taken }, today, addDays(today, 1));
  return [
    text('badge:apply.summary', {
      ...{ level, region: page.residence.region, place: page.residence.place },
      ...{ study: page.study.kind, school: page.study.place || '—', hobby: page.hobby },
      centre: offered?.name ?? '—',
      address: offered?.address ?? '—',
      mentor: offered?.mentors.find(({ id }) => id === mentor)?.name ?? '—',
    }),
    text('badge:apply.draft-schedule'),
    ...lineTexts(lines, (day) => seenOn(talk.now, day)),
  ];
}

async function applied(talk: BadgeTalk) {
  const person = await personIn(talk);
  const command = { ...talk.command('apply'), actor: { ...talk.actor, id: person._id } };
  return applyForLevel(talk.env, command, applicationIn(talk.draft, person));
}

function toAgreement(id: string): Outcome {
  return { texts: [text('badge:apply.taken-on')], next: { go: 'badge.sign', argument: id } };
}

/** What cannot be mended by choosing again here is begun anew. */
function notApplied(reasons: readonly Reason[]): Outcome {
  return endingWith(reasonTexts(reasons), goButton('badge:button.apply-again', 'badge.apply'), menuButton());
}
