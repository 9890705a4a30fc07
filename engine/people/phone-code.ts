// A code to a telephone: whoever types it holds that telephone. It proves a legal representative beyond the link that the minor
// passed on, so the minor's own telephone is no proof. Kept of it: keyed hashes, for a day.
import { randomInt } from 'node:crypto';
import { trusted } from 'mongoose';
import Type from 'typebox';
import type { Command } from '../kernel/actor.ts';
import { DAY, MINUTE } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { queueSms, type SmsContext } from '../notify/sms/send.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant } from '../store/model.ts';
import { phoneProven } from './events.ts';
import { people } from './store.ts';

const VALID = 10 * MINUTE;
const TRIES = 5;
/** Codes a day, of one person and to one telephone. */
const A_DAY = 5;
const DIGITS = 6;

export const phoneCodes = collection(
  'phone_codes',
  Type.Object({
    _id: Type.String(),
    person: Type.String(),
    phoneHash: Type.String(),
    codeHash: Type.String(),
    tries: Type.Integer(),
    sentAt: Instant,
  }),
  [
    { fields: { person: 1, sentAt: -1 } },
    { fields: { phoneHash: 1, sentAt: -1 } },
    { fields: { sentAt: 1 } },
  ],
);

const hashed = ({ sealer }: StoreContext, phone: string): string => sealer.hash(`phone ${phone}`);

/** @param phone `+7` and ten digits. @returns the person's id */
export async function sendPhoneCode(
  ctx: SmsContext,
  {
    person,
    phone,
    language,
  }: { readonly person: string; readonly phone: string; readonly language: Language },
): Promise<Result<string>> {
  const now = ctx.clock.now();
  const phoneHash = hashed(ctx, phone);
  const blocked = (await refuseWards(ctx, person, phone)) ?? (await refuseMany(ctx, person, phoneHash));
  if (blocked) return blocked;
  const _id = newId();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const codeHash = ctx.sealer.hash(`code ${_id} ${code}`);
  await phoneCodes
    .on(ctx.db)
    .create(phoneCodes.check({ _id, person, phoneHash, codeHash, tries: 0, sentAt: now }));
  await queueSms(ctx, `phone-code/${_id}`, {
    to: phone,
    language,
    words: { key: 'guardian:phone.sms', params: { code } },
  });
  return ok(person);
}

/** A telephone of one of their wards proves nothing of them. */
async function refuseWards(ctx: StoreContext, person: string, phone: string): Promise<Refused | null> {
  const wards = await people.on(ctx.db).find({ 'guardian.person': person }, { phone: 1 }).lean();
  return wards.some((each) => each.phone === phone) ? refused('guardian.minors-phone') : null;
}

async function refuseMany(ctx: StoreContext, person: string, phoneHash: string): Promise<Refused | null> {
  const since = new Date(ctx.clock.now().getTime() - DAY);
  await phoneCodes.on(ctx.db).deleteMany({ sentAt: trusted({ $lt: since }) });
  const sent = await Promise.all([
    phoneCodes.on(ctx.db).countDocuments({ person }),
    phoneCodes.on(ctx.db).countDocuments({ phoneHash }),
  ]);
  return Math.max(...sent) >= A_DAY ? refused('guardian.many-codes') : null;
}

/** The code of the last SMS is typed. @returns the person's id */
export async function takePhoneCode(
  ctx: StoreContext,
  command: Command,
  { phone, code }: { readonly phone: string; readonly code: string },
): Promise<Result<string>> {
  const person = command.actor.id;
  const phoneHash = hashed(ctx, phone);
  const last = await phoneCodes.on(ctx.db).findOne({ person, phoneHash }).sort({ sentAt: -1 }).lean();
  const now = ctx.clock.now();
  if (!last || now.getTime() - last.sentAt.getTime() > VALID) return refused('guardian.code-over');
  const counted = await phoneCodes
    .on(ctx.db)
    .updateOne({ _id: last._id, tries: trusted({ $lt: TRIES }) } as never, { $inc: { tries: 1 } });
  if (counted.modifiedCount === 0) return refused('guardian.code-over');
  if (ctx.sealer.hash(`code ${last._id} ${code}`) !== last.codeHash) return refused('guardian.code-wrong');
  return change(ctx, people, person, command, () =>
    ok({
      action: 'telephone proven',
      set: { phoneProven: { hash: phoneHash, at: now } },
      events: [phoneProven({ person })],
      result: person,
    }),
  );
}

/** Whether somebody has proven a telephone that is not this minor's. */
export const provesBeside = (
  ctx: StoreContext,
  guardian: { readonly phoneProven?: { readonly hash: string } | null | undefined } | null,
  minor: { readonly phone: string | null } | null,
): boolean => {
  const proven = guardian?.phoneProven;
  if (!proven) return false;
  return !minor?.phone || hashed(ctx, minor.phone) !== proven.hash;
};
