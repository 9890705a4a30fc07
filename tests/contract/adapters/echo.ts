// A conversation small enough to see through: it repeats what it hears, and does on request what replies can do.
import type { Renderer } from '../../../bot/dialogue/answering.ts';
import { encodeCallback } from '../../../bot/dialogue/callback.ts';
import type { Conversation } from '../../../bot/dialogue/conversation.ts';
import { FileTooLarge } from '../../../bot/dialogue/port.ts';
import type { Reply, Turn } from '../../../bot/dialogue/session.ts';
import type { IncomingUpdate, Input } from '../../../bot/dialogue/update.ts';
import type { Message } from '../../../engine/kernel/message.ts';
import { samplePhoto } from '../../support/telegram/index.ts';

/** Texts stand for themselves here: the key is the HTML. */
export const literal: Renderer = {
  message: async ({ texts, buttons = [], media = [] }, _language, { tag, step }) => ({
    html: texts
      .map(({ key, params }) => (params ? `${key} ${Object.values(params).join(' ')}` : key))
      .join('\n\n'),
    buttons: buttons.map((row) =>
      row.map(({ label, action }) => ({
        label: label.key,
        ...('url' in action ? { url: action.url } : { data: encodeCallback(action, tag, step) }),
      })),
    ),
    media: media.map((id) => {
      const [kind, seed] = id.split(' ');
      const name = `${kind} ${seed}.png`;
      return kind === 'document'
        ? { kind: 'document', name, mime: 'image/png', bytes: samplePhoto(Number(seed)) }
        : { kind: 'photo', name, mime: 'image/png', bytes: samplePhoto(Number(seed)) };
    }),
  }),
  toast: (text) => text.key,
};

export class Echo implements Conversation {
  readonly heard: IncomingUpdate[] = [];
  /** Awaited before an answer; throw here to fail a turn. */
  before: (update: IncomingUpdate) => Promise<void> = async () => undefined;

  turn: Conversation['turn'] = async (update, fetchFile) => {
    this.heard.push(update);
    await this.before(update);
    const { input } = update;
    if (input.kind === 'file') {
      try {
        const { bytes, name, mime } = await fetchFile(update.address, input.file);
        const group = input.file.group === null ? '' : ' of an album';
        return say(`${input.file.kind} ${name} ${mime} ${bytes.length}${group} ${input.caption}`.trim());
      } catch (error) {
        if (error instanceof FileTooLarge) return say(`too large ${error.limit}`);
        throw error;
      }
    }
    return answerTo(input);
  };
}

function answerTo(input: Input): Turn {
  switch (input.kind) {
    case 'text':
      return answerToText(input.text);
    case 'tap':
      return answerToTap(input.data);
    case 'command':
      return say(`command ${input.name} ${input.argument}`.trim());
    case 'contact':
      return say(`contact ${input.phone} ${input.own ? 'own' : "another's"}`);
    case 'unsupported':
      return say(`unsupported ${input.what}`);
    default:
      return say(input.kind);
  }
}

const MENU = [
  [
    { label: { key: 'Yes' }, action: { choice: 'yes' } },
    { label: { key: 'Same' }, action: { choice: 'same' } },
  ],
  [
    { label: { key: 'Photo' }, action: { choice: 'photo' } },
    { label: { key: 'Page' }, action: { url: 'https://example.kz/page' } },
  ],
] as const;

function answerToText(text: string): Turn {
  const [word, count = '1'] = text.split(' ');
  if (word === 'menu') return say('<b>Choose</b>', { buttons: MENU });
  if (word === 'card') return say('A card', { buttons: MENU, media: ['photo 1'] });
  if (word === 'album') return say('An album', { buttons: MENU, media: photos(Number(count)) });
  if (word === 'documents') return say('', { media: ['document 1', 'document 2'] });
  if (word === 'long') return say('x'.repeat(1500), { media: photos(1) });
  if (word === 'last') return turn([reply('In place of the last', 'last')]);
  if (word === 'two') return turn([reply('first'), reply('second')]);
  if (word === 'secret') return { ...say('Removed'), removeOwn: true };
  if (word === 'broken') return say('<b>unclosed');
  return say(`echo ${text}`);
}

function answerToTap(data: string): Turn {
  const choice = data.split(':').at(-1) ?? '';
  if (choice === 'same') return turn([reply('<b>Choose</b>', 'tapped', { buttons: MENU })]);
  if (choice === 'photo') return turn([reply('Now with a photo', 'tapped', { media: ['photo 9'] })]);
  return { ...turn([reply(`Chosen: ${choice}`, 'tapped')]), toast: { key: 'Noted' } };
}

type Extras = Omit<Message, 'texts'>;

const photos = (count: number): string[] => Array.from({ length: count }, (_, at) => `photo ${at + 1}`);

const reply = (html: string, place: Reply['place'] = 'new', extras: Extras = {}): Reply => ({
  message: { texts: html === '' ? [] : [{ key: html }], ...extras },
  place,
  tag: 't1',
  step: 'menu',
});

const turn = (replies: Reply[]): Turn => ({ replies, toast: null, removeOwn: false, language: 'kk' });

const say = (html: string, extras: Extras = {}): Turn => turn([reply(html, 'new', extras)]);
