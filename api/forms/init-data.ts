// Telegram's signed word on who has opened a Mini App: checked with the token of the bot whose button it was.
// Algorithm: every field but the hash, sorted, "name=value" by lines; HMAC-SHA256 under HMAC-SHA256("WebAppData", token).
// Source: Bot API, «Validating data received via the Mini App».
import { createHmac } from 'node:crypto';
import { MINUTE } from '../../engine/kernel/clock.ts';
import { sameSecret } from '../../engine/kernel/same-secret.ts';

export const LONGEST_INIT_DATA = 4_096;
/** A page opens within seconds of the tap; a slow network is given some more. */
const FRESH = 10 * MINUTE;
/** How far Telegram's clock may be ahead of ours. */
const AHEAD = MINUTE;

export interface MiniAppUser {
  /** Telegram's id of the user, and of their private chat. */
  readonly id: string;
  readonly hash: string;
}

/** @returns who opened the Mini App; null for data that is altered, old, of another bot or not Telegram's at all */
export function checkInitData(raw: string, token: string, now: Date): MiniAppUser | null {
  if (raw.length > LONGEST_INIT_DATA) return null;
  const fields = fieldsOf(raw);
  const hash = fields?.get('hash');
  if (!fields || hash === undefined || !isSigned(fields, hash, token)) return null;
  const id = userIn(fields);
  return id !== null && isFresh(fields.get('auth_date'), now) ? { id, hash } : null;
}

/** @returns null where a name stands twice or a value has a line break: it could be read in two ways */
function fieldsOf(raw: string): ReadonlyMap<string, string> | null {
  const pairs = [...new URLSearchParams(raw)];
  const fields = new Map(pairs);
  const isPlain = pairs.every(([name, value]) => !/[\n=]/.test(name) && !value.includes('\n'));
  return fields.size === pairs.length && isPlain ? fields : null;
}

const isSigned = (fields: ReadonlyMap<string, string>, hash: string, token: string): boolean =>
  sameSecret(hash, signature(fields, token));

function signature(fields: ReadonlyMap<string, string>, token: string): string {
  const lines = [...fields].filter(([name]) => name !== 'hash').map(([name, value]) => `${name}=${value}`);
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  return createHmac('sha256', key).update(lines.sort().join('\n')).digest('hex');
}

function isFresh(authDate: string | undefined, now: Date): boolean {
  if (authDate === undefined || !/^\d{1,12}$/.test(authDate)) return false;
  const age = now.getTime() - Number(authDate) * 1_000;
  return age <= FRESH && age >= -AHEAD;
}

function userIn(fields: ReadonlyMap<string, string>): string | null {
  try {
    const user: unknown = JSON.parse(fields.get('user') ?? '');
    const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
    return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? String(id) : null;
  } catch {
    return null;
  }
}
