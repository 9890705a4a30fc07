// A fetch for grammY over undici: measured more than twice as fast as the node-fetch it brings. Used by grammy.ts.
// It understands only what grammY's client asks: POST, a string or a stream as body, an abort signal, json().
import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';

interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
  /** Of whatever library, as long as it has events. */
  readonly signal?: AbortSignal;
}

export interface UndiciFetch {
  fetch(url: string | URL, init?: Init): Promise<{ json(): Promise<unknown> }>;
  close(): Promise<void>;
}

export function undiciFetch(): UndiciFetch {
  const agent = new Agent({ connections: 128, bodyTimeout: 0, headersTimeout: 0, keepAliveTimeout: 10_000 });
  return {
    fetch: async (url, { method = 'POST', headers = {}, body, signal } = {}) => {
      const { connection: _, ...sent } = headers;
      const answer = await request(url, {
        ...{ method: method === 'GET' ? 'GET' : 'POST', dispatcher: agent, headers: sent },
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      });
      return { json: () => jsonOf(answer) };
    },
    close: () => agent.close(),
  };
}

/** A proxy's page in HTML becomes an answer in Telegram's form, so that its status is not lost. */
async function jsonOf({ statusCode, body }: Awaited<ReturnType<typeof request>>): Promise<unknown> {
  const text = await body.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (statusCode < 400) throw error;
    return { ok: false, error_code: statusCode, description: 'not an answer of the Bot API' };
  }
}
