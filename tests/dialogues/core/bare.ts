// A desk with one dialogue of every kind of question, in memory: for tests of the runner itself. Nothing is decided
// anywhere but in `decided`.
import type { DeskScript } from '../../../bot/dialogue/desk.ts';
import { newSession, type Session } from '../../../bot/dialogue/session.ts';
import { dialogue, type Step } from '../../../bot/dialogue/step.ts';
import { ask } from '../../../bot/dialogue/steps/ask.ts';
import { attach } from '../../../bot/dialogue/steps/attach.ts';
import { call, goButton, say } from '../../../bot/dialogue/steps/call.ts';
import { choose } from '../../../bot/dialogue/steps/choose.ts';
import { confirm } from '../../../bot/dialogue/steps/confirm.ts';
import { deciding } from '../../../bot/dialogue/steps/deciding.ts';
import { review } from '../../../bot/dialogue/steps/review.ts';
import { storedConversation } from '../../../bot/dialogue/stored-conversation.ts';
import { answer, answerList } from '../../../bot/dialogue/talk.ts';
import { freeText } from '../../../bot/dialogues/fields/free-text.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { text } from '../../../engine/kernel/message.ts';
import { ok } from '../../../engine/kernel/result.ts';
import { plainText } from '../../../locales/texts.ts';
import { TranscriptChat } from '../../support/transcript/chat.ts';

const plain = (value: string) => ({ value, label: text('common:plain', { value }) });
const said = { texts: [text('common:my-data.nothing')], next: 'end' } as const;

export interface Bare {
  readonly chat: TranscriptChat;
  readonly clock: ManualClock;
  /** What was decided, with the answers it was decided on. */
  readonly decided: string[];
  session(): Session;
  /** Goes on from an earlier session, as if nothing had come after it. */
  restore(session: Session): void;
}

/** @param tapPause as the conversation takes it */
export function openBare(tapPause?: number): Bare {
  const decided: string[] = [];
  const clock = new ManualClock('2026-10-05T06:00:00Z');
  let session: Session = { ...newSession, language: 'ru' };
  const conversation = storedConversation<null>({
    env: null,
    desks: [deskOf(decided)],
    clock,
    ...(tapPause !== undefined && { tapPause }),
    sessions: {
      load: async () => structuredClone(session),
      save: async (_chat, next) => {
        session = JSON.parse(JSON.stringify({ ...next, rev: next.rev + 1 }));
        return true;
      },
    },
    meet: async () => ({ actor: { kind: 'person', id: 'somebody', grants: [] }, language: 'ru' }),
    keep: async () => 'kept',
    label: plainText,
  });
  const address = { desk: 'participant', channel: 'telegram', chat: '1' } as const;
  const readable = async () => undefined;
  return {
    chat: new TranscriptChat({ conversation, address, languageTag: 'ru', clock, readable }),
    clock,
    decided,
    session: () => session,
    restore: (to) => {
      session = structuredClone(to);
    },
  };
}

function deskOf(decided: string[]): DeskScript<null> {
  const decide = (what: string): Step<null> =>
    call(
      'decide',
      async ({ draft, argument }) => {
        decided.push([what, argument, answer(draft, 'words'), answer(draft, 'city')].join('/'));
        return ok(null);
      },
      { ok: () => said },
    );
  const words = ask<null>('words', freeText({ least: 1, most: 200 }), 'credit:hours.what');
  const city = choose<null>('city', ['Алматы', 'Астана', 'Тараз'].map(plain), 'credit:find.where');
  return {
    desk: 'participant',
    welcome: 'welcome',
    openLink: 'welcome',
    commands: {},
    menu: async () => ({
      texts: [text('credit:menu.free')],
      buttons: ['long', 'short', 'at-once'].map((id) => [goButton('common:plain', id, '', { value: id })]),
    }),
    dialogues: [
      dialogue('welcome', { version: 1 }, [say('hello', () => said)]),
      dialogue('at-once', { version: 1, decides: true }, [decide('at-once')]),
      dialogue('short', { version: 1 }, [words, confirm('sure', 'credit:leave.done'), decide('short')]),
      dialogue('long', { version: 1 }, [
        deciding(choose('consent', ['Согласен', 'Не согласен'].map(plain), 'credit:find.where')),
        words,
        city,
        ask('more', freeText({ least: 1, most: 200 }), 'credit:find.where', { optional: true }),
        attach('photos', 'credit:hours.photos', { kinds: ['photo'], most: 3, optional: true }),
        review(
          'review',
          'common:plain',
          ({ draft }) => ({ value: `${answer(draft, 'words')}/${answerList(draft, 'photos').length}` }),
          {
            change: [
              { step: 'words', label: 'credit:change.what' },
              { step: 'city', label: 'credit:change.region', clears: () => ['more'] },
              { step: 'photos', label: 'credit:change.photos', drop: 'credit:change.no-photos' },
            ],
          },
        ),
        decide('long'),
      ]),
    ],
  };
}
