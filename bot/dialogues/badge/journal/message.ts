// A participant writes to the mentor: words, voice or video. What was said before stands above.
import { refused } from '../../../../engine/kernel/result.ts';
import { sendMessage, underWayOf } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, type JournalTalk } from './active.ts';
import { journaledOf } from './progress.ts';
import { MESSAGE_FILES, thread } from './thread.ts';

/** Before activation, too: the mentor has to be asked something already then. */
const mentoredOf = async (talk: JournalTalk) =>
  (await journaledOf(talk)) ?? (await underWayOf(talk.env, talk.actor.id));

export const message: Dialogue<EngineContext> = dialogue('badge.message', { version: 1 }, [
  say('thread', async (talk: JournalTalk) => {
    const participation = await mentoredOf(talk);
    if (!participation || participation.state === 'applied') return ending('reason.no-mentor-yet', {});
    return { ...(await thread(talk, participation)), next: 'on' };
  }),
  ask('text', freeText({ least: 1, most: 3000 }), 'badge-journal:message.text', { optional: true }),
  attach('files', 'badge-journal:message.files', MESSAGE_FILES),
  call('send', sent, { ok: () => ending('message.sent', {}) }),
]);

async function sent(talk: JournalTalk) {
  const participation = await mentoredOf(talk);
  if (!participation) return refused('badge-journal.no-mentor-yet');
  return sendMessage(talk.env, talk.command('send'), participation._id, {
    text: answer(talk.draft, 'text'),
    media: answerList(talk.draft, 'files'),
  });
}
