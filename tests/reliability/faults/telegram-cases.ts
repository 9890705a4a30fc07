// What Telegram can do to one call, and what must become of the message: the table of telegram.test.ts.
import type { Fault } from '../../support/telegram/index.ts';

/**
 * `later`: sent in the end, once. `repeated`: sent in the end, the last time under its reference.
 * `failed`, `blocked`: never sent, for a reason that is kept.
 */
export type Outcome = 'later' | 'repeated' | 'failed' | 'blocked';

export interface Case {
  readonly name: string;
  readonly fault: Fault;
  /** Of a new message. */
  readonly sent: Outcome;
  /** Of an edit; like a new message's unless told. */
  readonly edited?: Outcome;
  /** How many copies of a new message lie in the chat in the end, where it is not one. */
  readonly copies?: number;
  /** Seconds for which the bot is held back. */
  readonly pause?: number;
}

const body = (status: number, description: string, parameters?: object): string =>
  JSON.stringify({ ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) });

const refusal = (status: number, description: string): Fault => ({
  kind: 'answer',
  status,
  body: body(status, description),
});

export const GONE = refusal(400, 'Bad Request: message to edit not found');
export const REVOKED = refusal(401, 'Unauthorized');

const flood = (name: string, parameters: object | undefined, pause: number): Case => ({
  name: `429, retry_after ${name}`,
  fault: { kind: 'answer', status: 429, body: body(429, 'Too Many Requests', parameters) },
  sent: 'later',
  pause,
});

/** An answer to a call that took effect, or may have. */
const unread = (name: string, fault: Fault, copies: 1 | 2): Case => ({
  ...{ name, fault, copies, sent: 'repeated', edited: 'later' },
});

const garbled = (name: string, text: string): Case =>
  unread(name, { kind: 'answer', status: 200, body: text, takesEffect: true }, 2);

const DAY = 86_400;

export const cases: readonly Case[] = [
  flood('7', { retry_after: 7 }, 7),
  flood('absent', undefined, 1),
  flood('0', { retry_after: 0 }, 1),
  flood('negative', { retry_after: -5 }, 1),
  flood('huge', { retry_after: 1e15 }, DAY),
  flood('not a number', { retry_after: 'soon' }, 1),
  { name: '500', fault: { kind: 'server-error' }, sent: 'later' },
  { name: '502 with a page', fault: { kind: 'bad-gateway' }, sent: 'later' },
  { name: '503 with an empty body', fault: { kind: 'answer', status: 503, body: '' }, sent: 'later' },
  { name: '503 with null', fault: { kind: 'answer', status: 503, body: 'null' }, sent: 'later' },
  garbled('an empty body', ''),
  garbled('a page in the place of an answer', '<html><body>Sign in to the network</body></html>'),
  garbled('JSON that is no envelope', '{}'),
  garbled('an envelope without a result', '{"ok":true}'),
  unread('malformed JSON', { kind: 'malformed' }, 2),
  unread('a body cut off by the connection', { kind: 'cut' }, 2),
  unread('accepted, then no answer', { kind: 'hang', holdMs: 20 }, 2),
  unread('a reset before it took effect', { kind: 'reset' }, 1),
  unread('a reset after it took effect', { kind: 'reset', takesEffect: true }, 2),
  { name: '401', fault: REVOKED, sent: 'later' },
  { name: '404', fault: refusal(404, 'Not Found'), sent: 'later' },
  { name: '409', fault: refusal(409, 'Conflict: terminated by other getUpdates request'), sent: 'later' },
  ...[
    refusal(403, 'Forbidden: bot was blocked by the user'),
    refusal(403, 'Forbidden: user is deactivated'),
    refusal(400, 'Bad Request: chat not found'),
  ].map((fault): Case => ({ name: nameOf(fault), fault, sent: 'blocked' })),
  ...[refusal(400, "Bad Request: can't parse entities: unclosed tag"), refusal(413, 'Too Large')].map(
    (fault): Case => ({ name: nameOf(fault), fault, sent: 'failed' }),
  ),
  ...[GONE, refusal(400, 'Bad Request: message is not modified: same content')].map(
    (fault): Case => ({ name: nameOf(fault), fault, sent: 'failed', edited: 'later' }),
  ),
];

function nameOf(fault: Fault): string {
  return fault.kind === 'answer' ? String(JSON.parse(fault.body).description) : fault.kind;
}
