// The accreditor's list: organisations decided on before, of which one may be revoked or accredited anew.
import { text } from '../../../../engine/kernel/message.ts';
import { decideAccreditation } from '../../../../engine/organisations/accreditation.ts';
import { accreditationReview } from '../../../../engine/organisations/accreditation-review.ts';
import { organisationsSeenBy } from '../../../../engine/organisations/register.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { cardFacts, settledCard } from '../../../../engine/reviews/card.ts';
import { standing } from '../../../../engine/reviews/standing.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { menuButton, wordsOf } from '../endings.ts';
import { hasRole, type StaffTalk } from '../staff/staff-talk.ts';

const { button, ending } = wordsOf((name) => `organisations:${name}`);

const MOST = 100;

const gone = (): Outcome => ({
  texts: [text('reviews:reason.gone')],
  buttons: [[menuButton()]],
  next: 'end',
});

/** None for anyone but an accreditor, whatever else they may see. */
async function decided(talk: StaffTalk) {
  if (!hasRole(talk, 'accreditor')) return [];
  const page = await organisationsSeenBy(talk.env, talk.actor, {}, { limit: MOST, after: null });
  return page.items.filter((each) => each.accreditation !== 'applied');
}

async function options(talk: StaffTalk): Promise<readonly Option[]> {
  return (await decided(talk)).map(({ _id, name }) => ({
    value: _id,
    label: text('organisations:register.option', { name }),
  }));
}

export const organisationsList: Dialogue<EngineContext> = dialogue('org.list', { version: 1 }, [
  choose('organisation', options, 'organisations:register.which', {
    none: 'organisations:register.none-to-list',
  }),
  say('show', async (talk): Promise<Outcome> => {
    const bin = answer(talk.draft, 'organisation');
    const found = (await decided(talk)).find((each) => each._id === bin);
    if (!found) return gone();
    const decision =
      found.accreditation === 'accredited'
        ? button('revoke', 'org.revoke', bin)
        : button('accredit', 'org.restore', bin);
    const card = await settledCard(talk.env, accreditationReview, bin);
    return { ...card, buttons: [[decision], [menuButton()]], next: 'end' };
  }),
]);

const migrate = (draft: Draft) => ({ draft, step: 'words' });

/** Takes the accreditation back; only of an organisation that has it. */
export const revoke: Dialogue<EngineContext> = dialogue('org.revoke', { version: 2, migrate }, [
  say('check', async (talk): Promise<Outcome> => {
    const { kind } = await standing(talk.env, talk.actor, accreditationReview, talk.argument);
    if (kind === 'theirs') return { texts: [], next: 'on' };
    return kind === 'gone' ? gone() : { texts: [text('common:reason.not-allowed')], next: 'end' };
  }),
  ask('words', freeText({ least: 3, most: 500 }), 'organisations:ask-reason.org-revoke'),
  confirm<EngineContext>(
    'sure',
    'organisations:sure.revoked',
    (talk) => ({ words: answer(talk.draft, 'words') }),
    {
      button: 'organisations:button.revoke',
      facts: (talk) => cardFacts(talk.env, accreditationReview, talk.argument, false),
    },
  ),
  call(
    'decide',
    (talk) =>
      decideAccreditation(talk.env, talk.command('decide'), talk.argument, {
        accredit: false,
        reason: answer(talk.draft, 'words'),
      }),
    { ok: () => ending('done.revoked', undefined, menuButton()) },
  ),
]);

/** Accredits after a refusal or a revocation. */
export const restore: Dialogue<EngineContext> = dialogue('org.restore', { version: 1, decides: true }, [
  call(
    'decide',
    (talk) => decideAccreditation(talk.env, talk.command('decide'), talk.argument, { accredit: true }),
    {
      ok: async (_, talk) => ({
        ...(await settledCard(talk.env, accreditationReview, talk.argument)),
        next: 'end',
        inPlace: true,
      }),
    },
  ),
]);
