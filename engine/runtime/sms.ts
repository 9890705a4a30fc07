// SMS through a gateway over HTTP: `POST` of `{ id, to, text }` as JSON; 2xx means taken. What a provider speaks otherwise stands
// behind such a gateway. User and password of the address are sent as Basic authorization.
import { plainText } from '../../locales/texts.ts';
import type { SmsPort } from '../notify/sms/port.ts';

/** Milliseconds: a gateway that says nothing holds up no other message for longer. */
const SILENCE = 20_000;

/** @param gateway `https://user:password@sms.example/send` */
export function smsOverHttp(gateway: string): SmsPort {
  const { username, password, ...address } = partsOf(gateway);
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    async send(id, { to, language, words }) {
      const answer = await fetch(address.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(username !== '' && { authorization: `Basic ${basic}` }),
        },
        body: JSON.stringify({ id, to, text: plainText(words, language) }),
        signal: AbortSignal.timeout(SILENCE),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`);
    },
  };
}

function partsOf(gateway: string) {
  const url = new URL(gateway);
  const username = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  url.username = '';
  url.password = '';
  return { url, username, password };
}
