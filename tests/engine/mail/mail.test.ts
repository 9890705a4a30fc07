// E-mails over a real SMTP server on this machine: sent once, tried again while it refuses, emptied when gone; without a server
// they are kept for the mailbox page.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { mailboxRoutes } from '../../../api/pages/mailbox.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { DAY, MINUTE } from '../../../engine/kernel/clock.ts';
import type { Mail } from '../../../engine/notify/mail/port.ts';
import { keptMails, queueMail, sendMails } from '../../../engine/notify/mail/send.ts';
import { mails } from '../../../engine/notify/mail/store.ts';
import { queueSms, sendSms, smsMessages } from '../../../engine/notify/sms/send.ts';
import { inviteStaff } from '../../../engine/programmes/invitations.ts';
import { isEmail, mailInvitation } from '../../../engine/programmes/mail-invitation.ts';
import type { EngineContext } from '../../../engine/programmes/programme.ts';
import { smsOverHttp } from '../../../engine/runtime/sms.ts';
import { smtpMail } from '../../../engine/runtime/smtp.ts';
import { openServer } from '../../api/resources/server.ts';
import { codesOf, newCommand, newStaff, unwrap } from '../../support/credit/cast.ts';
import { openStage, type Stage } from '../../support/transcript/stage.ts';

const taken: { readonly to: string; readonly text: string }[] = [];
let refusing = false;
let server: SMTPServer;
let port: number;
let stage: Stage;
let ctx: EngineContext;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusing) return done(new Error('not now'));
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        taken.push({ to, text: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const address = server.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

beforeEach(async () => {
  stage = await openStage();
  ctx = { ...stage.ctx, mail: smtpMail(`smtp://127.0.0.1:${port}`, 'qadam@example.kz') };
  taken.length = 0;
  refusing = false;
});
afterEach(() => stage.close());

const mail: Mail = {
  to: 'someone@example.kz',
  language: 'en',
  subject: { key: 'staff:mail.subject' },
  texts: [{ key: 'staff:mail.open', params: { link: 'https://qadam.example/x' } }],
};
const stateOf = async (key: string) => mails.on(ctx.db).findById(key, { state: 1, sealed: 1 }).lean();

it('a mail goes once, to its reader, and is emptied', async () => {
  expect(await queueMail(ctx, 'one', mail)).toBe(true);
  expect(await queueMail(ctx, 'one', { ...mail, to: 'other@example.kz' })).toBe(false);
  await Promise.all([sendMails(ctx), sendMails(ctx)]);
  await sendMails(ctx);
  expect(taken.map(({ to }) => to)).toEqual(['someone@example.kz']);
  expect(taken[0]?.text).toContain('Subject: Invitation to Qadam');
  expect(taken[0]?.text).toContain('https://qadam.example/x');
  expect(await stateOf('one')).toMatchObject({ state: 'sent', sealed: null });
});

it('nobody reads an address or a link in the database', async () => {
  await queueMail(ctx, 'sealed', mail);
  const stored = JSON.stringify(await mails.on(ctx.db).find({}).lean());
  expect(stored).not.toContain('someone@');
  expect(stored).not.toContain('qadam.example');
});

it('one that is refused is tried again later, with the same name, and given up in the end', async () => {
  refusing = true;
  await queueMail(ctx, 'again', mail);
  await sendMails(ctx);
  await sendMails(ctx);
  expect(await stateOf('again')).toMatchObject({ state: 'waiting' });
  refusing = false;
  stage.clock.advance(2 * MINUTE);
  await sendMails(ctx);
  expect(taken).toHaveLength(1);
  const name = /^Message-ID: (.+)$/im.exec(taken[0]?.text ?? '')?.[1];
  expect(name).toBe(`<${Buffer.from('again').toString('base64url')}@example.kz>`);
  refusing = true;
  await queueMail(ctx, 'never', mail);
  for (let n = 0; n < 9; n += 1) {
    await sendMails(ctx);
    stage.clock.advance(DAY);
  }
  expect(await stateOf('never')).toMatchObject({ state: 'gave-up', sealed: null });
});

it('is forgotten after a month', async () => {
  await queueMail(ctx, 'old', mail);
  stage.clock.advance(31 * DAY);
  await sendMails({ ...ctx, mail: null });
  expect(await stateOf('old')).toBeNull();
});

it('an invitation is mailed once, by whoever made it', async () => {
  const operator = await newStaff(ctx, 'operator', [{ role: 'operator', scope: 'all' }]);
  const other = await newStaff(ctx, 'other', [{ role: 'operator', scope: 'all' }]);
  const grant = { role: 'financial-centre', scope: 'all' } as const;
  const secret = unwrap(await inviteStaff(ctx, newCommand(operator), grant));
  const wish = { secret, to: 'centre@example.kz', language: 'ru' } as const;
  const send = (actor: Actor, more: object = {}) =>
    mailInvitation(ctx, newCommand(actor), { ...wish, ...more });
  expect(codesOf(await send(other))).toEqual(['common.not-allowed']);
  expect(codesOf(await send(operator, { secret: 'nonsense' }))).toEqual(['common.link-used']);
  expect(codesOf(await send(operator, { to: 'centre@example.kz\r\nBcc: x@example.kz' }))).toEqual([
    'common.email-unreadable',
  ]);
  expect(unwrap(await send(operator))).toBe('sent');
  expect(codesOf(await send(operator, { to: 'second@example.kz' }))).toEqual(['common.already-done']);
  await sendMails(ctx);
  expect(taken.map(({ to }) => to)).toEqual(['centre@example.kz']);
});

it('without a server it is kept, and read on the mailbox page: in the demo by everybody, else by operators', async () => {
  const kept = { ...ctx, mail: null };
  await queueMail(kept, 'kept', { ...mail, to: 'a<b@example.kz' });
  expect(await keptMails(kept, 10)).toMatchObject([{ key: 'kept', to: 'a<b@example.kz' }]);
  const demo = await openServer(kept, [mailboxRoutes(kept, true)]);
  const page = await demo.get(null, '/mailbox?lang=en');
  await demo.close();
  expect(page.status).toBe(200);
  expect(page.text).toContain('To: a&lt;b@example.kz');
  expect(page.text).toContain('<a href="https://qadam.example/x">');
  const real = await openServer(kept, [mailboxRoutes(kept, false)]);
  expect((await real.get(null, '/mailbox')).status).toBe(401);
  await real.close();
});

it.each([
  ['name@example.kz', true],
  ['a.b+c@mail.example.kz', true],
  ['name@example', false],
  ['name example@x.kz', false],
  ['a@b.kz, c@d.kz', false],
  ['<a@b.kz>', false],
  ['a..b@c.kz', false],
  ['@c.kz', false],
])('%s is an address: %s', (typed, is) => {
  expect(isEmail(typed)).toBe(is);
});

it('hands SMS to a gateway over HTTP, again while it refuses, and keeps none that has gone', async () => {
  const taken: { readonly body: unknown; readonly authorization: string | undefined }[] = [];
  let status = 503;
  const gateway = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
      taken.push({ body, authorization: request.headers.authorization });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', () => ready()));
  const { port: at } = gateway.address() as AddressInfo;
  const withSms = { ...stage.ctx, sms: smsOverHttp(`http://qadam:secret@127.0.0.1:${at}/send`) };
  const sms = {
    ...{ to: '+77010000002', language: 'en' as const },
    words: { key: 'guardian:phone.sms', params: { code: '123456' } },
  };
  expect(await queueSms(withSms, 'code/1', sms)).toBe(true);
  await sendSms(withSms);
  status = 200;
  stage.clock.advance(MINUTE);
  await sendSms(withSms);
  await sendSms(withSms);
  const text = 'Qadam: your code is 123456. Tell it to nobody.';
  const authorization = `Basic ${Buffer.from('qadam:secret').toString('base64')}`;
  expect(taken).toEqual(Array(2).fill({ body: { id: 'code/1', to: sms.to, text }, authorization }));
  expect(await smsMessages.on(stage.ctx.db).findById('code/1').lean()).toMatchObject({
    state: 'sent',
    sealed: null,
  });
  await new Promise((closed) => gateway.close(closed));
});
