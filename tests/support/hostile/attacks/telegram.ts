// Updates of both bots as no Telegram would write them: brought to the webhook with its secret, from people who exist.
import fc from 'fast-check';
import type { Desk } from '../../../../engine/kernel/chat.ts';
import { bent } from '../bent.ts';
import { hostileText, jsonText } from '../values.ts';
import { type Attacks, callerOf } from './attack.ts';

export interface Bots {
  readonly secretOf: (desk: Desk) => string;
  /** Telegram ids of people who have started both bots. */
  readonly people: readonly number[];
  /** Callback data of buttons that a bot has sent. */
  readonly buttonsOf: (desk: Desk) => readonly string[];
}

const commands = ['start', 'help', 'menu', 'status', 'cancel', 'lang', 'mydata', 'delete', 'queue'];

const said: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostileText.map((each) => each.slice(0, 50_000)) },
  { weight: 2, arbitrary: fc.constantFrom(...commands).map((each) => `/${each}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...commands), hostileText)
      .map(([a, b]) => `/${a} ${b.slice(0, 9_000)}`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Сынақ Адамов',
      '2005-01-01',
      '01.02.2005',
      '+77010000009',
      '2',
      '09:00',
      '200140000014',
      '10:00-12:00',
    ),
  },
);

const file = (extra: object = {}) =>
  fc
    .record({
      file_id: hostileText.map((each) => each.slice(0, 300)),
      size: fc.integer(),
      name: hostileText,
      mime: hostileText,
    })
    .map(({ file_id, size, name, mime }) => ({
      ...{
        file_id,
        file_unique_id: file_id,
        file_size: size,
        file_name: name.slice(0, 5_000),
        mime_type: mime.slice(0, 500),
      },
      ...extra,
    }));

/** What a message may hold besides its envelope. */
const contents: fc.Arbitrary<object> = fc.oneof(
  { weight: 6, arbitrary: said.map((text) => ({ text })) },
  { weight: 1, arbitrary: file({ width: 1, height: 1 }).map((each) => ({ photo: [each, each] })) },
  { weight: 1, arbitrary: fc.tuple(file(), said).map(([document, caption]) => ({ document, caption })) },
  ...['voice', 'video', 'audio', 'video_note', 'sticker', 'animation'].map((name) => ({
    weight: 1,
    arbitrary: file({ duration: 1, length: 1 }).map((each) => ({ [name]: each, media_group_id: 'a' })),
  })),
  {
    weight: 1,
    arbitrary: fc.tuple(said, said, fc.boolean()).map(([phone_number, first_name, own]) => ({
      contact: { phone_number, first_name, user_id: own ? 1 : 2 },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { location: { latitude: Number.MAX_VALUE, longitude: -1 } },
      { poll: { question: 'a', options: [{ text: 'b' }] } },
      { poll: { question: 1, options: 'x' } },
      { dice: { emoji: '🎲', value: 1 } },
      { pinned_message: {} },
      { new_chat_members: [{ id: 1 }] },
      { successful_payment: {} },
      { web_app_data: { data: '{}', button_text: 'x' } },
      { $where: 'x' },
    ),
  },
);

export function telegramAttacks({ secretOf, people, buttonsOf }: Bots): Attacks {
  const someone = fc.constantFrom(...people);
  const update = fc
    .record({ id: someone, content: contents, said, which: fc.nat(), kind: fc.nat(9) })
    .map(({ id, content, said: data, which, kind }) => (desk: Desk) => {
      const from = { id, is_bot: false, first_name: 'Сынақ', language_code: 'kk' };
      const envelope = {
        message_id: 1,
        date: 1_790_000_000,
        chat: { id, type: 'private', first_name: 'С' },
        from,
      };
      const known = buttonsOf(desk);
      const tapped = known.length > 0 && which % 4 > 0 ? known[which % known.length] : data.slice(0, 200);
      if (kind > 5) return { message: { ...envelope, ...content } };
      if (kind > 1)
        return {
          callback_query: {
            id: String(which),
            from,
            chat_instance: '1',
            message: { ...envelope, text: 'x' },
            data: tapped,
          },
        };
      if (kind === 1) return { edited_message: { ...envelope, edit_date: 1_790_000_001, ...content } };
      return {
        my_chat_member: {
          chat: envelope.chat,
          from,
          date: 1,
          new_chat_member: { status: 'member', user: from },
        },
      };
    });
  const bend = fc.tuple(fc.nat(), fc.nat(2));
  return fc
    .tuple(update, fc.constantFrom<Desk>('participant', 'staff'), bend, fc.nat(40))
    .map(([made, desk, [seed, isBent], guess]) => async (field) => {
      const whole = { update_id: 1_000_000 + field.next(), ...made(desk) };
      const body = isBent > 0 ? whole : fc.sample(bent(fc.constant(whole)), { seed, numRuns: 1 })[0];
      return {
        what: `update ${desk}`,
        method: 'POST',
        path: `/v1/telegram/${desk}`,
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': guess === 0 ? 'guess' : secretOf(desk),
          ...callerOf(field),
        },
        body: jsonText(body),
      };
    });
}
