// The mentor writes to one of their participants; whoever supervises reads what was written, and writes nothing.
import { text } from '../../../../engine/kernel/message.ts';
import { actsFor, sendMessage } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { menuButton } from '../../shared/endings.ts';
import { MESSAGE_FILES, thread } from '../journal/thread.ts';
import type { BadgeTalk } from '../talk.ts';
import { button } from './buttons.ts';
import { idIn, notAllowed, participationSeen } from './seen.ts';

export const messageTo: Dialogue<EngineContext> = dialogue('badge.message-to', { version: 1 }, [
  say('thread', async (talk: BadgeTalk) => {
    const participation = await participationSeen(talk);
    if (!participation || !(await actsFor(talk.env, talk.actor, participation))) return notAllowed();
    return { ...(await thread(talk, participation)), next: 'on' };
  }),
  ask('text', freeText({ least: 1, most: 3000 }), 'badge-mentor:message.text', { optional: true }),
  attach('files', 'badge-journal:message.files', MESSAGE_FILES),
  call('send', sent, {
    ok: (_, talk: BadgeTalk) => ({
      texts: [text('badge-mentor:message.sent')],
      buttons: [[button('journal', 'badge.journal-of', idIn(talk))], [menuButton()]],
      next: 'end',
    }),
  }),
]);

function sent(talk: BadgeTalk) {
  return sendMessage(talk.env, talk.command('send'), idIn(talk), {
    text: answer(talk.draft, 'text'),
    media: answerList(talk.draft, 'files'),
  });
}

export const messagesRead: Dialogue<EngineContext> = dialogue('badge.messages-of', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const participation = await participationSeen(talk);
    if (!participation) return notAllowed();
    const shown = await thread(talk, participation);
    const none = shown.texts.length === 0 ? [text('badge-mentor:message.none')] : [];
    return {
      ...shown,
      texts: [...none, ...shown.texts],
      buttons: [[button('journal', 'badge.journal-of', participation._id)], [menuButton()]],
      next: 'end',
    };
  }),
]);
