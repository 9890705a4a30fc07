// The client of the Bot API that both frameworks call through, over undici: measured more than twice as fast as the
// node-fetch that each of them brings. Knows HTTP and Telegram's envelope; what a refusal means is for failures.ts.
import { FormData, Pool } from 'undici';
import { isRecord } from './bot-api.ts';
import { type Payload, Upload } from './calls.ts';
import { FreshConnections } from './fresh-connections.ts';

/** Telegram's envelope. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number };
    };

export interface BotApiClient {
  /** @throws whatever broke the connection, or a SyntaxError for a cut-off answer */
  ask(method: string, payload: Payload, signal?: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

/** Connections to one bot's API: more calls at once wait for one of these. */
const CONNECTIONS = 128;
/**
 * Milliseconds for connecting, for the answer's beginning and for each of its pieces: together below the lease of a
 * delivery (25 s), so that no other worker takes up what is still under way.
 */
const PATIENCE = { connect: 4_000, answer: 12_000, piece: 4_000 } as const;
/** Beyond the time for which Telegram was asked to hold a poll: a poll that is made again loses nothing. */
const POLL_PATIENCE = 8_000;
/** Files take longer than words. */
const UPLOAD_PATIENCE = 90_000;
const IDLE = 10_000;

/** @param apiRoot without a slash at the end */
export function botApiClient({ apiRoot, token }: { apiRoot: string; token: string }): BotApiClient {
  const { origin, pathname } = new URL(apiRoot);
  const connections = new FreshConnections(
    () =>
      new Pool(origin, {
        connections: CONNECTIONS,
        connect: { timeout: PATIENCE.connect },
        bodyTimeout: PATIENCE.piece,
        keepAliveTimeout: IDLE,
      }),
  );
  const root = `${pathname === '/' ? '' : pathname}/bot${token}/`;
  return {
    ask: async (method, payload, signal) => {
      const files = holdsFiles(payload);
      const asked = {
        path: root + method,
        method: 'POST',
        headersTimeout: files ? UPLOAD_PATIENCE : patienceFor(method, payload),
        ...(signal === undefined ? {} : { signal }),
        ...(files ? { body: formOf(payload) } : { headers: JSON_HEADERS, body: JSON.stringify(payload) }),
      } as const;
      return connections.use(async (pool) => {
        const { statusCode, body } = await pool.request(asked);
        return answerOf(statusCode, await body.text());
      });
    },
    close: () => connections.close(),
  };
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Telegram holds an empty poll for as long as it was asked to. */
const patienceFor = (method: string, payload: Payload): number =>
  method === 'getUpdates' ? Number(payload.timeout ?? 0) * 1_000 + POLL_PATIENCE : PATIENCE.answer;

const holdsFiles = (payload: Payload): boolean =>
  Object.values(payload).some(
    (value) =>
      value instanceof Upload ||
      (Array.isArray(value) && value.some((each) => isRecord(each) && each.media instanceof Upload)),
  );

function formOf(payload: Payload): FormData {
  const form = new FormData();
  let files = 0;
  const attach = ({ bytes, name }: Upload): string => {
    files += 1;
    form.append(`file${files}`, new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
    return `attach://file${files}`;
  };
  const attached = (_key: string, value: unknown) => (value instanceof Upload ? attach(value) : value);
  for (const [key, value] of Object.entries(payload)) {
    if (value instanceof Upload) form.append(key, attach(value));
    else form.append(key, typeof value === 'string' ? value : JSON.stringify(value, attached));
  }
  return form;
}

/** A proxy's page in HTML becomes an answer in Telegram's form, so that its status is not lost. */
function answerOf(status: number, text: string): Answer {
  const answer = parsed(text);
  if (isAnswer(answer)) return answer;
  if (status < 400) throw new SyntaxError('not an answer of the Bot API');
  return { ok: false, error_code: status, description: 'not an answer of the Bot API' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isAnswer = (body: unknown): body is Answer =>
  isRecord(body) &&
  (body.ok === true ||
    (body.ok === false && typeof body.error_code === 'number' && typeof body.description === 'string'));
