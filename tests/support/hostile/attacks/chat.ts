// The web chat: visitors who write, tap, attach and listen in every wrong way, with buttons that they were really shown.
import fc from 'fast-check';
import { bent } from '../bent.ts';
import { someDialogue } from '../known-names.ts';
import { hostileText, jsonText } from '../values.ts';
import type { Wish } from '../wish.ts';
import { type Attack, type Attacks, callerOf, type Field } from './attack.ts';
import { type HostileFile, hostileFile, multipart } from './multipart.ts';

interface Visitor {
  readonly cookie: string;
  readonly chat: string;
}

const OWN_PAGE = { 'x-qadam': '1' };

/** @param visitors how many chats there are, half of them at each desk */
export function chatAttacks(visitors: number): Attacks {
  const known = new Map<number, Promise<Visitor>>();
  const visitorOf = (number: number, field: Field): Promise<Visitor> => {
    const found = known.get(number) ?? welcome(number, field);
    known.set(number, found);
    return found;
  };
  const acts = fc.oneof(
    { weight: 5, arbitrary: said.map((text) => messageOf(() => ({ text }))) },
    { weight: 6, arbitrary: fc.nat().map(tapOf) },
    {
      weight: 2,
      arbitrary: hostileText.map((data) =>
        messageOf(() => ({ tap: { message: '1', data: data.slice(0, 64) || 'x' } })),
      ),
    },
    { weight: 1, arbitrary: hostileText.map((start) => messageOf(() => ({ start: start.slice(0, 80) }))) },
    { weight: 3, arbitrary: bent(anyMessage).map((body) => messageOf(() => body)) },
    { weight: 2, arbitrary: hostileFile.map(fileOf) },
    { weight: 2, arbitrary: fc.tuple(place, hostileText).map(([at, text]) => lookOf(at, text)) },
  );
  return fc.tuple(fc.nat(visitors - 1), acts).map(
    ([number, act]): Attack =>
      async (field) =>
        act(await visitorOf(number, field), field),
  );
}

type Act = (visitor: Visitor, field: Field) => Promise<Wish> | Wish;

const said = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['/start', '/menu', '/status', '/cancel', '/lang', '/mydata', '/delete', '/help'],
      ...['Сынақ Адамов', '01.02.2005', '+77010000009', '2', '09:00', '200140000014', 'Сынақ көшесі, 1'],
    ),
  },
);

const anyMessage = fc.record({
  id: fc.constant('bent-0001'),
  chat: fc.constant('participant.web.x'),
  text: hostileText,
  tap: fc.record({ message: fc.constant('1'), data: fc.constant(`go:${someDialogue}:`) }),
  start: fc.constant('abc'),
});

const place = fc.constantFrom(
  '/chat/messages?before=',
  '/chat/media/',
  '/chat/events?chat=',
  '/chat/events?after=',
  '/chat?',
);

async function welcome(number: number, field: Field): Promise<Visitor> {
  const desk = number % 2 === 0 ? 'participant' : 'staff';
  const answer = await field.look({
    ...{ what: 'session', method: 'POST', path: `/chat/session?desk=${desk}` },
    headers: { ...OWN_PAGE, ...callerOf(field) },
  });
  const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  const { chats } = JSON.parse(answer.text) as { readonly chats: readonly { readonly chat: string }[] };
  return { cookie, chat: chats[0]?.chat ?? '' };
}

const messageOf =
  (body: () => unknown): Act =>
  ({ cookie, chat }, field) => {
    const own = body();
    const isPlain = typeof own === 'object' && own !== null && !('id' in own);
    return {
      ...{ what: 'chat message', method: 'POST', path: '/chat/messages' },
      headers: { cookie, 'content-type': 'application/json', ...OWN_PAGE, ...callerOf(field) },
      body: jsonText(isPlain ? { id: `hostile-${field.next()}`, chat, ...own } : own),
    };
  };

interface Shown {
  readonly seq: number;
  readonly buttons: readonly (readonly { readonly data?: string }[])[];
}

/** Taps one of the buttons that the chat shows. */
const tapOf =
  (which: number): Act =>
  async (visitor, field) => {
    const { cookie, chat } = visitor;
    const answer = await field.look({
      ...{
        what: 'messages',
        method: 'GET',
        path: `/chat/messages?before=999999999&chat=${encodeURIComponent(chat)}`,
      },
      headers: { cookie, ...callerOf(field) },
    });
    const { messages = [] } = JSON.parse(answer.text) as { readonly messages?: readonly Shown[] };
    const buttons = messages.flatMap(({ seq, buttons: rows }) =>
      rows.flat().flatMap(({ data }) => (data === undefined ? [] : [{ message: String(seq), data }])),
    );
    const tap = buttons.at(-1 - (which % Math.min(buttons.length || 1, 12)));
    return messageOf(() => (tap ? { tap } : { start: '' }))(visitor, field);
  };

const fileOf =
  (file: HostileFile): Act =>
  ({ cookie, chat }, field) => {
    const { type, body } = multipart(
      { id: `hostile-${field.next()}`, chat, caption: file.name.slice(0, 2_000) },
      file,
    );
    return {
      ...{ what: 'chat file', method: 'POST', path: '/chat/files', body },
      headers: { cookie, 'content-type': type, ...OWN_PAGE, ...callerOf(field) },
    };
  };

const lookOf =
  (at: string, text: string): Act =>
  ({ cookie }, field) => ({
    ...{
      what: 'chat look',
      method: 'GET',
      path: `${at}${encodeURIComponent(text.slice(0, 2_000).replace(/\p{Cs}/gu, ''))}`,
    },
    headers: { cookie, ...callerOf(field) },
  });
