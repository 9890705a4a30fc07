// The mentor's steps before «Қатысушы»: the talk, the briefing, documents, the representative's papers, and the button itself.
import { text } from '../../../../engine/kernel/message.ts';
import type { Result } from '../../../../engine/kernel/result.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import {
  activateParticipant,
  confirmGuardian,
  type DocumentKind,
  documentKinds,
  participationOf,
  recordBriefing,
  recordDocuments,
  recordTalk,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome, type Step } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose } from '../../../dialogue/steps/choose.ts';
import { chooseSeveral } from '../../../dialogue/steps/choose-several.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, endingWith, menuButton } from '../../shared/endings.ts';
import { type BadgeTalk, on, optionsOf } from '../talk.ts';
import { menteeIn } from './mentees.ts';

const back = ({ argument }: BadgeTalk) => [
  goButton('badge-staff:button.back-to-participant', 'badge.mentee', argument),
  menuButton(),
];

const mineOnly: Step<EngineContext> = say('mine-only', async (talk: BadgeTalk) =>
  (await menteeIn(talk)) ? on : ending('common:reason.not-allowed', undefined, menuButton()),
);

/** The last step: what was noted, and back to the card; a refusal leads there as well. */
const noting = <R>(act: (talk: BadgeTalk) => Promise<Result<R>>, key: string): Step<EngineContext> =>
  call('note', act, {
    ok: (_, talk): Outcome => ending(key, undefined, ...back(talk)),
    refused: (reasons, talk) => endingWith(reasonTexts(reasons), ...back(talk)),
  });

export const talkDialogue: Dialogue<EngineContext> = dialogue('badge.talk', { version: 1 }, [
  mineOnly,
  choose(
    'who',
    optionsOf(['both', 'participant'], (each) => `badge-staff:talk.with.${each}`),
    'badge-staff:talk.which-who',
  ),
  ask('residence', freeText({ least: 3, most: 500 }), 'badge-staff:talk.which-residence'),
  ask('health', freeText({ least: 3, most: 1000 }), 'badge-staff:talk.which-health'),
  noting(
    (talk) =>
      recordTalk(talk.env, talk.command('note'), talk.argument, {
        withGuardian: talk.draft.who === 'both',
        residence: answer(talk.draft, 'residence'),
        health: answer(talk.draft, 'health'),
      }),
    'badge-staff:talk.noted',
  ),
]);

export const briefing: Dialogue<EngineContext> = dialogue('badge.brief', { version: 1 }, [
  mineOnly,
  confirm('explained', 'badge-staff:briefing.sure', undefined, { button: 'badge-staff:button.briefed' }),
  noting(
    (talk) => recordBriefing(talk.env, talk.command('note'), talk.argument),
    'badge-staff:briefing.noted',
  ),
]);

const kindsIn = ({ draft }: BadgeTalk): readonly DocumentKind[] =>
  documentKinds.filter((kind) => answerList(draft, 'kinds').includes(kind));

export const documents: Dialogue<EngineContext> = dialogue('badge.documents', { version: 1 }, [
  mineOnly,
  chooseSeveral(
    'kinds',
    optionsOf(documentKinds, (each) => `badge:document.${each}`),
    'badge-staff:documents.which',
    {
      chosen: 'badge:apply.chosen',
      none: 'badge-staff:documents.none',
    },
  ),
  choose(
    'how',
    optionsOf(['handed', 'sent'], (each) => `badge-staff:documents.how.${each}`),
    'badge-staff:documents.which-how',
  ),
  attach('scans', 'badge-staff:documents.scans', { kinds: ['photo', 'document'], most: 10, optional: true }),
  noting(
    (talk) =>
      recordDocuments(talk.env, talk.command('note'), talk.argument, {
        kinds: kindsIn(talk),
        how: talk.draft.how === 'sent' ? 'sent' : 'handed',
        media: answerList(talk.draft, 'scans'),
      }),
    'badge-staff:documents.noted',
  ),
]);

/** Head or mentor vouch for the representative, whose papers they have seen. */
export const guardianConfirm: Dialogue<EngineContext> = dialogue('badge.guardian-confirm', { version: 1 }, [
  confirm(
    'seen',
    'badge-staff:guardian.sure',
    async ({ env, argument }: BadgeTalk) => {
      const found = await participationOf(env, argument).catch(() => null);
      const name = async (id: string | undefined) => (id ? (await nameOf(env, id)) || '—' : '—');
      return { name: await name(found?.person), guardian: await name(found?.agreement.guardian?.person) };
    },
    { button: 'badge-staff:button.confirm-guardian' },
  ),
  call('confirm', (talk: BadgeTalk) => confirmGuardian(talk.env, talk.command('confirm'), talk.argument), {
    ok: () => ending('badge-staff:guardian.confirmed', undefined, menuButton()),
  }),
]);

export const activate: Dialogue<EngineContext> = dialogue('badge.activate', { version: 1 }, [
  mineOnly,
  confirm('sure', 'badge-staff:activate.sure', undefined, {
    button: 'badge-staff:button.activate',
    facts: async (talk: BadgeTalk) => {
      const found = await menteeIn(talk);
      const name = found ? (await nameOf(talk.env, found.person)) || '—' : '—';
      return [text('badge-staff:activate.who', { name, level: found?.level ?? 'bronze' })];
    },
  }),
  noting(
    (talk) => activateParticipant(talk.env, talk.command('note'), talk.argument),
    'badge-staff:activate.done',
  ),
]);
