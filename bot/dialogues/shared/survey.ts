// Somebody opens the link of a survey: what it is about, and the button to its page. The answers never pass through the
// chat: a messenger keeps what was said, when and by whom.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { admit, surveyOf } from '../../../engine/surveys/answer.ts';
import { LINK_MARK } from '../../../engine/surveys/respondent.ts';
import type { Outcome } from '../../dialogue/step.ts';
import { linkButton, reasonTexts } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton } from './endings.ts';

/** Null for a payload that is no survey's. */
export async function openSurveyLink(talk: Talk<EngineContext>): Promise<Outcome | null> {
  const { env, argument, address, language } = talk;
  if (!argument.startsWith(LINK_MARK)) return null;
  const menu = [menuButton()];
  const survey = await surveyOf(env, argument.slice(LINK_MARK.length));
  if (!survey || survey.byTicket)
    return { texts: [text('surveys:chat.unknown')], buttons: [menu], next: 'end' };
  const chat = chatKey(address);
  const person = await personOfChat(env, chat);
  const chats = [...new Set([chat, ...(person?.chats.map(({ key }) => key) ?? [])])];
  const ticket = await admit(env, survey, { person: person?._id ?? null, chats });
  if (!ticket.ok) return { texts: reasonTexts(ticket.reasons), buttons: [menu], next: 'end' };
  const page = env.links.page(`forms/survey/${survey._id}/${ticket.value}?lang=${language}`);
  const { title, intro } = survey;
  const offer = text('surveys:chat.offer', { title: title[language], intro: intro[language] });
  const kept = text(`surveys:chat.${survey.anonymous ? 'anonymous' : 'named'}`);
  return { texts: [offer, kept], buttons: [[linkButton('surveys:button.answer', page)], menu], next: 'end' };
}
