// Questions that ask for files: albums with more than are taken, Skip beside what was sent, words beneath a picture.
import { expect, it } from 'vitest';
import { encodeCallback } from '../../bot/dialogue/callback.ts';
import type { SessionStore, Turn } from '../../bot/dialogue/session.ts';
import { newSession, type Session } from '../../bot/dialogue/session.ts';
import { dialogue } from '../../bot/dialogue/step.ts';
import { ask } from '../../bot/dialogue/steps/ask.ts';
import { attach } from '../../bot/dialogue/steps/attach.ts';
import { say } from '../../bot/dialogue/steps/call.ts';
import { storedConversation } from '../../bot/dialogue/stored-conversation.ts';
import type { FileRef, IncomingUpdate, Input } from '../../bot/dialogue/update.ts';
import { ManualClock } from '../../engine/kernel/clock.ts';
import { text } from '../../engine/kernel/message.ts';

const words = { parse: (typed: string) => ({ value: typed }) };
const report = dialogue('report', { version: 1 }, [
  ask('what', words, 'test:what'),
  attach('photos', 'test:photos', { kinds: ['photo'], most: 5, optional: true }),
  ask('more', words, 'test:more'),
  say('end', ({ draft }) => ({ texts: [text('test:end', { draft: JSON.stringify(draft) })], next: 'end' })),
]);
const menu = async () => ({ texts: [text('test:menu')] });

function opened() {
  let stored: Session = { ...newSession, language: 'ru' };
  const sessions: SessionStore = {
    load: async () => stored,
    save: async (_chat, session) => {
      stored = JSON.parse(JSON.stringify({ ...session, rev: session.rev + 1 })) as Session;
      return true;
    },
  };
  const conversation = storedConversation<null>({
    ...{ env: null, sessions, clock: new ManualClock('2026-10-05T06:00:00Z') },
    desks: [
      {
        ...{ desk: 'participant', dialogues: [report], commands: { report: 'report' }, menu },
        ...{ welcome: 'report', openLink: 'report' },
      },
    ],
    meet: async () => ({ actor: { kind: 'person', id: 'p', grants: [] }, language: 'ru' }),
    keep: async (_owner, file) => file.name,
    label: ({ key }) => key,
  });
  let count = 0;
  const take = (input: Input): Promise<Turn> => {
    count += 1;
    const address = { desk: 'participant', channel: 'telegram', chat: '1' } as const;
    const update: IncomingUpdate = {
      ...{ id: String(count), order: count, address, input, languageTag: 'ru' },
      ...{ ownMessage: String(count), sentAt: '2026-10-05T06:00:00Z' },
    };
    return conversation.turn(update, async (_to, file) => ({
      ...{ bytes: new Uint8Array(), name: file.id, mime: null },
    }));
  };
  const file = (id: string, more: Partial<FileRef> = {}, caption = ''): Promise<Turn> =>
    take({
      kind: 'file',
      caption,
      file: { kind: 'photo', id, size: 1, mime: 'image/jpeg', name: null, group: null, ...more },
    });
  return {
    file,
    say: (typed: string) => take({ kind: 'text', text: typed }),
    start: () => take({ kind: 'command', name: 'report', argument: '' }),
    tap: (choice: string) => {
      const { tag = '', step = '' } = stored.flow ?? {};
      const data = encodeCallback({ choice }, tag, step);
      return take({ kind: 'tap', data, message: null, interaction: 'i' });
    },
    step: () => stored.flow?.step,
    draft: () => stored.flow?.draft,
    expected: () => conversation.expected({ desk: 'participant', channel: 'telegram', chat: '1' }),
  };
}

async function atPhotos() {
  const chat = opened();
  await chat.start();
  await chat.say('Planted trees');
  return chat;
}

const told = ({ replies }: Turn) => replies.flatMap(({ message }) => message.texts.map(({ key }) => key));
const labels = ({ replies }: Turn) =>
  replies.flatMap(({ message }) => (message.buttons ?? []).flat().map(({ label }) => label.key));

it('says that three of eight photos were left out, and takes none of them for the next answer', async () => {
  const chat = await atPhotos();
  for (const id of ['1', '2', '3', '4', '5']) await chat.file(id, { group: 'a' });
  expect(chat.step()).toBe('more');
  const turns: Turn[] = [];
  // The words beneath one of them are no answer either.
  for (const id of ['6', '7', '8']) turns.push(await chat.file(id, { group: 'a' }, 'my album'));
  expect(turns.map(({ replies }) => replies[0]?.message.texts[0])).toEqual(
    [1, 2, 3].map((count) => text('common:dialogue.left-out', { count, most: 5 })),
  );
  expect(turns.map(({ replies }) => replies.map(({ place }) => place))).toEqual([
    ['last'],
    ['last'],
    ['last'],
  ]);
  expect(chat.step()).toBe('more');
  expect(chat.draft()).toEqual({ what: 'Planted trees', photos: ['1', '2', '3', '4', '5'] });
  expect(await chat.expected()).toEqual({ files: [], album: 'a' });
});

it('leaves the rest of an album out when Done was tapped meanwhile', async () => {
  const chat = await atPhotos();
  await chat.file('1', { group: 'a' });
  await chat.tap('!done');
  expect(told(await chat.file('2', { group: 'a' }))[0]).toBe('common:dialogue.left-out');
  expect(chat.draft()?.photos).toEqual(['1']);
});

it('keeps what was sent when Skip is tapped beside it, and offers Done in its place', async () => {
  const chat = await atPhotos();
  const shown = await chat.file('1');
  expect(labels(shown)).toContain('common:button.done');
  expect(labels(shown)).not.toContain('common:button.skip');
  await chat.tap('!skip');
  expect([chat.step(), chat.draft()?.photos]).toEqual(['more', ['1']]);
});

it('skips where nothing was sent', async () => {
  const chat = await atPhotos();
  await chat.tap('!skip');
  expect([chat.step(), chat.draft()?.photos]).toEqual(['more', null]);
});

it('asks once at the end however many photos come at once', async () => {
  const chat = await atPhotos();
  const places = [await chat.file('1'), await chat.file('2'), await chat.file('3')].map(({ replies }) =>
    replies.map(({ place }) => place),
  );
  expect(places).toEqual([['new'], ['last'], ['last']]);
});

it('takes the words beneath a picture where words are asked, and asks again where there are none', async () => {
  const chat = opened();
  await chat.start();
  expect(told(await chat.file('1'))[0]).toBe('common:dialogue.type-an-answer');
  await chat.file('1', {}, ' Planted trees ');
  expect([chat.step(), chat.draft()?.what]).toEqual(['photos', 'Planted trees']);
});

it.each([
  ['image/heic', null],
  ['image/heif', null],
  ['image/jpg', null],
  ['IMAGE/JPEG', null],
  [null, 'IMG_1.HEIC'],
  ['application/octet-stream', 'a.jpeg'],
])('takes a picture sent as a file of type %s, name %s', async (mime, name) => {
  const chat = await atPhotos();
  await chat.file('1', { kind: 'document', mime, name });
  expect(chat.draft()?.photos).toEqual(['1']);
});

it.each([
  ['application/pdf', 'a.jpg'],
  [null, 'a.pdf'],
])('takes no other file, of type %s, name %s', async (mime, name) => {
  const chat = await atPhotos();
  const turn = await chat.file('1', { kind: 'document', mime, name });
  expect(told(turn)[0]).toBe('common:dialogue.wrong-kind-of-file');
});

it('tells which files a question takes', async () => {
  const chat = opened();
  await chat.start();
  expect(await chat.expected()).toEqual({ files: [], album: null });
  await chat.say('Planted trees');
  expect(await chat.expected()).toEqual({ files: ['photo'], album: null });
});
