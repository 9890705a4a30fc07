// E-mails on their way: noted first, then sent by the worker, with pauses that grow. One that may have gone and is tried again
// bears the same name, so that it is read once.
import { trusted } from 'mongoose';
import { DAY, MINUTE, SECOND } from '../../kernel/clock.ts';
import type { Part } from '../../parts/part.ts';
import type { StoreContext } from '../../store/context.ts';
import type { Mail, MailPort } from './port.ts';
import { mails, type StoredMail } from './store.ts';

export interface MailContext extends StoreContext {
  /** Null or absent where no SMTP server is configured: mails are kept, and read on the mailbox page. */
  readonly mail?: MailPort | null;
}

const MOST_ATTEMPTS = 8;
/** A send that takes longer than this is taken to have broken off. */
const UNDER_WAY = 5 * MINUTE;
const KEPT = 30 * DAY;
const AT_ONCE = 20;

/** Notes a mail for sending. @returns false where the same one was noted before */
export async function queueMail(ctx: MailContext, key: string, mail: Mail): Promise<boolean> {
  const now = ctx.clock.now();
  const noted = mails.check({
    _id: key,
    sealed: ctx.sealer.seal(JSON.stringify(mail)),
    state: ctx.mail ? 'waiting' : 'kept',
    attempts: 0,
    notBefore: now,
    createdAt: now,
  });
  const { _id, ...set } = noted;
  const { upsertedCount } = await mails
    .on(ctx.db)
    .updateOne({ _id }, { $setOnInsert: set }, { upsert: true });
  return upsertedCount === 1;
}

/** Sends what is due, and forgets what is old. */
export async function sendMails(ctx: MailContext): Promise<void> {
  const now = ctx.clock.now();
  await mails.on(ctx.db).deleteMany({ createdAt: trusted({ $lt: new Date(now.getTime() - KEPT) }) });
  const { mail: port } = ctx;
  if (!port) return;
  const due = await mails
    .on(ctx.db)
    .find({ state: 'waiting', notBefore: trusted({ $lte: now }) })
    .sort({ notBefore: 1 })
    .limit(AT_ONCE)
    .lean();
  for (const each of due) if (await taken(ctx, each)) await attempt(ctx, port, each);
}

/** One worker alone sends it now. */
async function taken(ctx: MailContext, { _id, attempts }: StoredMail): Promise<boolean> {
  const notBefore = new Date(ctx.clock.now().getTime() + UNDER_WAY);
  const { modifiedCount } = await mails
    .on(ctx.db)
    .updateOne({ _id, state: 'waiting', attempts }, { $set: { notBefore }, $inc: { attempts: 1 } });
  return modifiedCount === 1;
}

async function attempt(
  ctx: MailContext,
  port: MailPort,
  { _id, sealed, attempts }: StoredMail,
): Promise<void> {
  const end = (state: StoredMail['state']) =>
    mails.on(ctx.db).updateOne({ _id }, { $set: { state, sealed: null } });
  if (sealed === null) return;
  try {
    await port.send(_id, JSON.parse(ctx.sealer.open(sealed)) as Mail);
    await end('sent');
  } catch {
    // Why is the port's to log: its words may name the address.
    if (attempts + 1 >= MOST_ATTEMPTS) return void (await end('gave-up'));
    const notBefore = new Date(ctx.clock.now().getTime() + MINUTE * 2 ** attempts);
    await mails.on(ctx.db).updateOne({ _id }, { $set: { notBefore } });
  }
}

export interface KeptMail extends Mail {
  readonly key: string;
  readonly at: Date;
}

/** Those that no server was there to send, newest first. */
export async function keptMails(ctx: StoreContext, limit: number): Promise<readonly KeptMail[]> {
  const found = await mails.on(ctx.db).find({ state: 'kept' }).sort({ createdAt: -1 }).limit(limit).lean();
  return found.flatMap(({ _id: key, sealed, createdAt: at }) =>
    sealed === null ? [] : [{ key, at, ...(JSON.parse(ctx.sealer.open(sealed)) as Mail) }],
  );
}

export const mailRoom: Part<MailContext> = {
  id: 'mail',
  owners: [],
  events: [],
  timers: {},
  jobs: { 'mail.send': { every: 5 * SECOND, run: sendMails } },
};
