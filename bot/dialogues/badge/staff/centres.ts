// What the head of a centre does: signs the agreement in time, gives mentors their first login, records training.
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import {
  type Centre,
  centreOf,
  recordTraining,
  signAsCentre,
  trainedRoles,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Step } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, endingWith, menuButton } from '../../shared/endings.ts';
import { type BadgeTalk, on, optionsOf } from '../talk.ts';

/** The centres that somebody heads. */
export async function ownCentres({ env, actor }: BadgeTalk): Promise<readonly Centre[]> {
  const bins = scopesOf(actor, 'centre-head').flatMap((scope) => /^centre:(\d{12})$/u.exec(scope)?.[1] ?? []);
  return Promise.all([...new Set(bins)].map((bin) => centreOf(env, bin)));
}

const next: Readonly<Partial<Record<Centre['state'], (bin: string) => readonly Button[]>>> = {
  accepted: (bin) => [goButton('badge-staff:button.sign-centre', 'badge.centre-sign', bin)],
  active: (bin) => [
    goButton('badge-staff:button.invite-mentor', 'staff.invite-to', 'mentor'),
    goButton('badge-staff:button.training', 'badge.training', bin),
  ],
  refused: () => [goButton('badge-staff:button.apply-centre', 'badge.centre-apply')],
};

const centreText = ({ name, state, signBy, decision, trained, appliedAt }: Centre) =>
  text(`badge-staff:centre.state.${state}`, {
    name,
    count: trained.length,
    reason: decision?.reason ?? '',
    until: (signBy ?? appliedAt).toISOString(),
  });

export const centresList: Dialogue<EngineContext> = dialogue('badge.centres', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const own = await ownCentres(talk);
    if (own.length === 0) return ending('badge-staff:centre.none', undefined, menuButton());
    const buttons = own.flatMap(({ _id, state }) => next[state]?.(_id) ?? []);
    return endingWith(own.map(centreText), ...buttons, menuButton());
  }),
]);

/** The centre that the button names, or the only one; others are chosen. */
const chosen = ({ draft, argument }: BadgeTalk): string => answer(draft, 'centre') || argument;

const which = (): readonly Step<EngineContext>[] => [
  say('named', ({ argument }: BadgeTalk) => (argument === '' ? on : { ...on, known: ['centre'] })),
  choose(
    'centre',
    async (talk: BadgeTalk): Promise<readonly Option[]> =>
      (await ownCentres(talk)).map(({ _id, name }) => ({
        value: _id,
        label: text('common:plain', { value: name }),
      })),
    'badge-staff:centre.which',
    { none: 'badge-staff:centre.none' },
  ),
];

export const centreSign: Dialogue<EngineContext> = dialogue('badge.centre-sign', { version: 1 }, [
  ...which(),
  confirm('agreement', 'badge-staff:centre.agreement', undefined, {
    button: 'badge-staff:button.sign-centre',
  }),
  call('sign', (talk: BadgeTalk) => signAsCentre(talk.env, talk.command('sign'), chosen(talk)), {
    ok: () =>
      ending(
        'badge-staff:centre.signed',
        undefined,
        goButton('badge-staff:button.invite-mentor', 'staff.invite-to', 'mentor'),
        menuButton(),
      ),
  }),
]);

const trainingIn = ({ draft }: BadgeTalk) => ({
  name: answer(draft, 'who'),
  role: trainedRoles.find((each) => each === draft.role) ?? 'other',
  topic: answer(draft, 'topic'),
  on: answer(draft, 'day'),
});

export const training: Dialogue<EngineContext> = dialogue('badge.training', { version: 1 }, [
  ...which(),
  ask('who', freeText({ least: 3, most: 200 }), 'badge-staff:training.which-name'),
  choose(
    'role',
    optionsOf(trainedRoles, (each) => `badge-staff:training.role.${each}`),
    'badge-staff:training.which-role',
  ),
  ask('topic', freeText({ least: 3, most: 300 }), 'badge-staff:training.which-topic'),
  ask('day', civilDate('past'), 'badge-staff:training.which-day'),
  review('review', 'badge-staff:training.review', trainingIn, {
    button: 'badge-staff:button.save',
    change: ['who', 'role', 'topic', 'day'].map((step) => ({
      step,
      label: `badge-staff:change.training-${step}`,
    })),
  }),
  call(
    'record',
    (talk: BadgeTalk) =>
      recordTraining(talk.env, talk.command('record'), chosen(talk), { person: null, ...trainingIn(talk) }),
    {
      ok: (count) =>
        ending(
          'badge-staff:training.saved',
          { count },
          goButton('badge-staff:button.training', 'badge.training'),
          menuButton(),
        ),
    },
  ),
]);
