// The newest messages between participant and mentor, oldest of them first; with the files of the newest.
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { messagesOf, type Participation } from '../../../../engine/programmes/badge/programme.ts';
import type { Prompt } from '../../../dialogue/step.ts';
import type { JournalTalk } from './active.ts';

const SHOWN = 5;

/** What a message may carry. */
export const MESSAGE_FILES = {
  kinds: ['photo', 'video', 'video-note', 'voice', 'audio', 'document'] as const,
  most: 5,
  optional: true,
};

export async function thread(talk: JournalTalk, { _id }: Participation): Promise<Prompt> {
  const newest = await messagesOf(talk.env, _id, SHOWN);
  const lines = [...newest].reverse().map(({ side, text: words, media, at }) =>
    text(`badge-journal:message.line-${side}`, {
      at: seenOn(talk.now, at.toISOString()),
      words: words || '—',
      files: media.length,
    }),
  );
  const media = newest[0]?.media ?? [];
  return { texts: lines, ...(media.length > 0 && { media }) };
}
