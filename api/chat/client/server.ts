// Requests of the page to its server. Failures come back as values: `offline`, or a problem in the person's language.
import { language } from './texts.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** Nothing answered, or not now: worth another try. */
  | { readonly ok: false; readonly again: true; readonly told: string }
  /** Refused: the same again would be refused again. */
  | { readonly ok: false; readonly again: false; readonly told: string };

export const post = <T>(path: string, body?: object | FormData): Promise<Answer<T>> =>
  ask<T>(path, {
    method: 'POST',
    ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(body && !(body instanceof FormData) && { headers: { 'content-type': 'application/json' } }),
  });

export const get = <T>(path: string): Promise<Answer<T>> => ask<T>(path, {});

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const headers = { ...init.headers, 'x-qadam': '1', 'accept-language': language() };
  try {
    const response = await fetch(path, { ...init, headers });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const body: unknown = isJson ? await response.json() : null;
    if (response.ok) return { ok: true, value: body as T };
    const again = response.status >= 500 || response.status === 429;
    return { ok: false, again, told: detailOf(body) };
  } catch {
    return { ok: false, again: true, told: '' };
  }
}

const detailOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'detail' in body ? String(body.detail) : '';
