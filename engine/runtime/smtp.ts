// E-mails by SMTP, as plain text. The only file that knows nodemailer.
import { createTransport } from 'nodemailer';
import { plainText } from '../../locales/texts.ts';
import type { MailPort } from '../notify/mail/port.ts';

/** Milliseconds: a server that says nothing holds up no other mail for longer. */
const SILENCE = 20_000;

/**
 * @param url `smtp://user:password@host:587` or `smtps://…`
 * @param from the address that the mails come from
 */
export function smtpMail(url: string, from: string): MailPort {
  const timeouts = { connectionTimeout: SILENCE, greetingTimeout: SILENCE, socketTimeout: SILENCE };
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.split('@').at(-1) ?? 'qadam';
  return {
    async send(key, { to, language, subject, texts }) {
      await transport.sendMail({
        ...{ from, to: { name: '', address: to } },
        // The same for each try: mail programmes show it once.
        messageId: `<${Buffer.from(key).toString('base64url')}@${domain}>`,
        subject: plainText(subject, language),
        text: texts.map((each) => plainText(each, language)).join('\n\n'),
      });
    },
  };
}
