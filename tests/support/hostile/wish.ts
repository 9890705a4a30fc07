// One request of an attacker, and what is wrong with its answer. Whatever is asked, the answer is a good one or a refusal
// in the form that refusals have; never a failure.
import type { Dispatcher } from 'undici';

export interface Wish {
  readonly what: string;
  readonly method: Dispatcher.HttpMethod;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly milliseconds: number;
}

/** A busy machine is slow; what takes longer than this hangs. */
const TIMEOUT_MS = 30_000;

/** Sends as it is. @throws when no answer comes */
export async function ask(over: Dispatcher, { method, path, headers, body }: Wish): Promise<Heard> {
  const began = performance.now();
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await over.request({
    ...{ method, path, signal, headers: { ...headers } },
    ...(body !== undefined && { body }),
  });
  const isStream = /^text\/event-stream/.test(String(answer.headers['content-type']));
  // A stream of events ends with whoever listens.
  if (isStream) answer.body.on('error', () => undefined).destroy();
  const text = isStream ? '' : await answer.body.text();
  const milliseconds = performance.now() - began;
  return { status: answer.statusCode, headers: answer.headers, text, milliseconds };
}

/** @returns null for an answer as it should be */
export function faultIn({ status, headers, text }: Heard): string | null {
  if (status >= 500 && !(status === 503 && headers['retry-after'] !== undefined)) return `${status}: ${text}`;
  if (/\bat (?:async )?[\w.<>]+ \(|node_modules|file:\/\//.test(text) && status >= 400)
    return `tells of its inside: ${text}`;
  const isPage = /^text\/html/.test(String(headers['content-type']));
  if (status < 400 || isPage || text === '') return null;
  return problemFault(status, String(headers['content-type']), text);
}

function problemFault(status: number, type: string, text: string): string | null {
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}: ${text}`;
  const problem = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const { code, title, detail, errors = [] } = problem;
  const isWhole =
    problem.status === status &&
    problem.type === `urn:qadam:problem:${String(code)}` &&
    [code, title, detail].every((each) => typeof each === 'string' && each !== '') &&
    Array.isArray(errors) &&
    errors.every((each: { detail?: unknown }) => typeof each.detail === 'string');
  return isWhole ? null : `not a whole problem: ${text}`;
}
