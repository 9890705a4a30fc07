// What is kept about the person who asks: /mydata, at both desks. Says only what is so; numbers are never shown, only
// that they are there. What a desk knows besides, it tells itself.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton } from './endings.ts';

export type KnownPerson = NonNullable<Awaited<ReturnType<typeof personOfChat>>>;

export interface MoreData {
  readonly texts: readonly Text[];
  readonly buttons: readonly Button[];
}

/** What is kept of a person besides, by each part that keeps anything, and what one can do about it. */
export type MyData = (talk: Talk<EngineContext>, person: KnownPerson) => Promise<readonly MoreData[]>;

/** What is kept of a person whatever they take part in. */
export type OwnData = (talk: Talk<EngineContext>, person: KnownPerson) => readonly Text[];

/** @param more what the desk's programmes keep. @param own what the desk itself adds */
export const myData = (more: MyData, own: OwnData = () => []): Dialogue<EngineContext> =>
  dialogue('shared.my-data', { version: 1 }, [
    say('show', async (talk) => {
      const person = await personOfChat(talk.env, chatKey(talk.address));
      const copy = goButton('common:button.take-data', 'shared.take-data');
      const menu = menuButton();
      if (!person) return { texts: [text('common:my-data.nothing')], buttons: [[menu]], next: 'end' };
      const about = [profile(person), numbers(person), ...own(talk, person)];
      const rights = [copy, goButton('common:button.delete-data', 'shared.delete'), menu];
      const [first, ...others] = await more(talk, person);
      if (others.length === 0) {
        const { texts, buttons } = first ?? { texts: [], buttons: [] };
        return { texts: [...about, ...texts], buttons: inRows([...buttons, ...rights]), next: 'end' };
      }
      // Of several programmes, each beside its own buttons: they may bear the same words.
      const also = [first, ...others].flatMap((each) => each ?? []);
      return {
        texts: about,
        buttons: inRows(rights),
        also: also.map(({ texts, buttons }) => ({ texts, buttons: inRows(buttons) })),
        next: 'end',
      };
    }),
  ]);

const inRows = (buttons: readonly Button[]) => buttons.map((each) => [each]);

const profile = ({ name, phone, createdAt }: KnownPerson): Text =>
  text('common:my-data.profile', { name, phone: phone ?? '—', since: createdAt.toISOString() });

const numbers = ({ ibanTail }: KnownPerson): Text =>
  ibanTail === null ? text('common:my-data.no-numbers') : text('common:my-data.numbers', { tail: ibanTail });
