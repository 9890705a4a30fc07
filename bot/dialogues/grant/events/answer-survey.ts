// Somebody opened the link of a survey: the button to its page, where the chat never sees an answer; and, apart from it, the question
// whether their contact may stand on the contract's list.
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  admitToQuestionnaire,
  contactsAskedIn,
  findQuestionnaire,
  giveContact,
} from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, linkButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { phone } from '../../fields/phone.ts';
import { registeredOnly } from '../../shared/register.ts';
import type { GrantTalk } from '../grant-talk.ts';
import { ended, eventButton, placeParams, planBehind, refusedWith, said } from './events-talk.ts';

export const answerSurvey: Dialogue<EngineContext> = dialogue('grant.survey', { version: 1 }, [
  say('offer', async (talk: GrantTalk) => {
    const { env, argument, language } = talk;
    const contact = await contactButtons(talk);
    const chat = chatKey(talk.address);
    const person = await personOfChat(env, chat);
    const chats = [...new Set([chat, ...(person?.chats.map(({ key }) => key) ?? [])])];
    const admitted = await admitToQuestionnaire(env, argument, { person: person?._id ?? null, chats });
    if (!admitted.ok) return ended(reasonTexts(admitted.reasons), ...contact);
    const { survey, ticket } = admitted.value;
    const page = env.links.page(`forms/survey/${survey._id}/${ticket}?lang=${language}`);
    const { title, intro } = survey;
    return ended(
      [
        text('surveys:chat.offer', { title: title[language], intro: intro[language] }),
        text('surveys:chat.anonymous'),
        ...(contact.length > 0 ? [said('contacts.offer')] : []),
      ],
      linkButton('surveys:button.answer', page),
      ...contact,
    );
  }),
]);

/** Where the contract asks for a list of contacts, and the survey is open. */
async function contactButtons(talk: GrantTalk) {
  const found = await findQuestionnaire(talk.env, talk.argument);
  const isAsked =
    found?.state === 'open' && contactsAskedIn(await planBehind(talk, found), found.activity) !== null;
  return isAsked ? [eventButton('contact', 'grant.contact', talk.argument)] : [];
}

export const leaveContact: Dialogue<EngineContext> = dialogue('grant.contact', { version: 1 }, [
  registeredOnly('grant.contact'),
  say('phone-known', async ({ env, address }): Promise<Outcome> => {
    const person = await personOfChat(env, chatKey(address));
    return { texts: [], next: 'on', known: person?.phone ? ['phone'] : [] };
  }),
  ask('phone', phone, 'grant-events:contacts.which-phone'),
  confirm(
    'sure',
    'grant-events:contacts.consent',
    async (talk: GrantTalk) => {
      const found = await findQuestionnaire(talk.env, talk.argument);
      return found ? placeParams(await planBehind(talk, found), found.activity) : {};
    },
    { button: 'grant-events:button.consent' },
  ),
  call(
    'give',
    (talk: GrantTalk) =>
      giveContact(talk.env, talk.command('give'), talk.argument, answer(talk.draft, 'phone')),
    {
      ok: (id) => ended([said('contacts.given')], eventButton('answer', 'grant.survey', id)),
      refused: (reasons, { argument }) =>
        refusedWith(eventButton('answer', 'grant.survey', argument))(reasons),
    },
  ),
]);
