// The participants of a mentor: who they are, how they stand, and what is to be done before activation (B-58).
import { naming } from '../../../../engine/kernel/about.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import { people } from '../../../../engine/people/store.ts';
import {
  isMentorOf,
  menteesOf,
  missingForActivation,
  type Participation,
  participationOf,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import { ending, endingWith, menuButton } from '../../shared/endings.ts';
import { cardTexts } from '../card.ts';
import { journalOf } from '../mentor/buttons.ts';
import type { BadgeTalk } from '../talk.ts';

/** The participation that a button speaks of, if it is this mentor's. */
export async function menteeIn(talk: BadgeTalk): Promise<Participation | undefined> {
  const [id = ''] = talk.argument.split('.');
  const found = id === '' ? null : await participationOf(talk.env, id).catch(() => null);
  return found && isMentorOf(talk.actor, found) ? found : undefined;
}

export const mentees: Dialogue<EngineContext> = dialogue('badge.mentees', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const all = await menteesOf(talk.env, talk.actor.id);
    if (all.length === 0) return ending('badge-staff:mentee.none', undefined, menuButton());
    const buttons: Button[] = [];
    for (const { _id, person, level } of all)
      buttons.push(
        goButton('badge-staff:button.mentee', 'badge.mentee', _id, {
          name: (await nameOf(talk.env, person)) || '—',
          level,
        }),
      );
    return endingWith([text('badge-staff:mentee.list', { count: all.length })], ...buttons, menuButton());
  }),
]);

const stepButtons: Readonly<Record<string, (id: string) => Button>> = {
  guardian: (id) => goButton('badge-staff:button.confirm-guardian', 'badge.guardian-confirm', id),
  talk: (id) => goButton('badge-staff:button.talk', 'badge.talk', id),
  briefing: (id) => goButton('badge-staff:button.brief', 'badge.brief', id),
  schedule: (id) => goButton('badge-staff:button.schedule', 'badge.plan', id),
};

export const mentee: Dialogue<EngineContext> = dialogue('badge.mentee', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const found = await menteeIn(talk);
    if (!found) return ending('common:reason.not-allowed', undefined, menuButton());
    const { _id: id, person, state, page, talk: said } = found;
    const who = await people.on(talk.env.db).findById(person, { birthDate: 1 }).lean();
    const isBefore = state === 'accepted';
    const missing = isBefore ? missingForActivation(talk.env, who, found) : [];
    const steps = missing.flatMap((step) => stepButtons[step]?.(id) ?? []);
    const activate = goButton('badge-staff:button.activate', 'badge.activate', id);
    const schedule = stepButtons.schedule?.(id);
    const documents = goButton('badge-staff:button.documents', 'badge.documents', id);
    const health = said && talk.env.sealer.open(said.sealedHealth);
    return {
      texts: [
        ...(await cardTexts(talk, found)).map((each) => naming(each, person)),
        ...(said
          ? [text('badge-staff:mentee.talk', { residence: said.residence, health: health ?? '' })]
          : []),
        ...missing.map((step) => text(`badge-staff:missing.${step}`)),
      ],
      buttons: [
        ...steps,
        ...journalOf(found),
        ...(isBefore && missing.length === 0 ? [activate] : []),
        ...(state === 'active' && schedule ? [schedule] : []),
        ...(isBefore || state === 'active' ? [documents] : []),
        menuButton(),
      ].map((each) => [each]),
      ...(page.photo !== '' && { media: [page.photo] }),
      next: 'end',
    };
  }),
]);
