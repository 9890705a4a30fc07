// Signs Mini App data as Telegram does: what a client puts behind the address of a page that a button opens.
import { createHmac } from 'node:crypto';

/** The fields of initData; `hash` is made from them and the token. */
export type InitFields = Readonly<Record<string, string>>;

export function initFields(user: number, at: Date, more: InitFields = {}): InitFields {
  return {
    auth_date: String(Math.floor(at.getTime() / 1_000)),
    query_id: 'AAHdF6IQAAAAAN0XohDhrOrc',
    user: JSON.stringify({ id: user, first_name: 'Үлгі & Мысал', language_code: 'kk' }),
    signature: 'nothing-that-bots-check',
    ...more,
  };
}

export function signedInitData(fields: InitFields, token: string): string {
  const names = Object.keys(fields).sort();
  const lines = names.map((name) => `${name}=${fields[name]}`).join('\n');
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', key).update(lines).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
