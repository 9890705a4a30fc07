// What is kept about the person who asks: /mydata, at both desks. Says only what is so; numbers are never shown, only
// that they are there. What a desk knows besides, it tells itself.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';

export type KnownPerson = NonNullable<Awaited<ReturnType<typeof personOfChat>>>;

export interface MoreData {
  readonly texts: readonly Text[];
  readonly buttons: readonly Button[];
}

/** What is kept of a person besides, and what one can do about it. */
export type MyData = (talk: Talk<EngineContext>, person: KnownPerson) => Promise<MoreData>;

/** @param more what the desk's programmes keep */
export const myData = (more: MyData): Dialogue<EngineContext> =>
  dialogue('shared.my-data', { version: 1 }, [
    say('show', async (talk) => {
      const person = await personOfChat(talk.env, chatKey(talk.address));
      const copy = goButton('common:button.take-data', 'shared.take-data');
      const menu = goButton('common:button.menu', 'menu');
      if (!person) return { texts: [text('common:my-data.nothing')], buttons: [[menu]], next: 'end' };
      const { texts, buttons } = await more(talk, person);
      return {
        texts: [profile(person), numbers(person), ...texts],
        buttons: [...buttons, copy, goButton('common:button.delete-data', 'shared.delete'), menu].map(
          (each) => [each],
        ),
        next: 'end',
      };
    }),
  ]);

const profile = ({ name, phone, createdAt }: KnownPerson): Text =>
  text('common:my-data.profile', { name, phone: phone ?? '—', since: createdAt.toISOString() });

const numbers = ({ ibanTail }: KnownPerson): Text =>
  ibanTail === null ? text('common:my-data.no-numbers') : text('common:my-data.numbers', { tail: ibanTail });
