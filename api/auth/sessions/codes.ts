// Sign-in codes: asked for by whoever wants to sign in, sent to the staff chat of the one they name. Whether there is
// such a person is never told: an unknown name gets an attempt too, which takes the same time and never succeeds.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { trusted } from 'mongoose';
import { type SignInCode, signInCodes } from '../../../engine/access/store.ts';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { derivedId, newReference, newSecret } from '../../../engine/kernel/ids.ts';
import { text } from '../../../engine/kernel/message.ts';
import { sameSecret } from '../../../engine/kernel/same-secret.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { people } from '../../../engine/people/store.ts';
import { isDuplicate } from '../../../engine/store/command.ts';
import type { StoreContext } from '../../../engine/store/context.ts';

export const CODE_MINUTES = 5;
const TRIES = 5;
/** Codes for one name in a window. */
const PLACES = 5;
const WINDOW = 15 * MINUTE;
/** Longer than anything below takes: the answer's time does not tell whether somebody was found. */
const ANSWER_MS = 250;

const attemptHash = (attempt: string): string => createHash('sha256').update(attempt).digest('hex');
const codeHash = (ctx: StoreContext, attempt: string, code: string): string =>
  ctx.sealer.hash(`sign-in ${attempt} ${code}`);

/** Sends a code to a member of the staff. @returns the attempt that the code is good for, whoever was named */
export async function askForCode(ctx: StoreContext, name: string): Promise<string> {
  const attempt = newSecret();
  await Promise.all([send(ctx, name, attempt), pause(ANSWER_MS)]);
  return attempt;
}

async function send(ctx: StoreContext, name: string, attempt: string): Promise<void> {
  const code = newReference();
  const found = await people.on(ctx.db).findById(name, { grants: 1 }).lean();
  const person = found?.grants.some(({ role }) => role !== 'student') ? found._id : null;
  const place = await takePlace(ctx, name, {
    attempt: attemptHash(attempt),
    code: codeHash(ctx, attempt, code),
    person,
  });
  if (place === null || person === null) return;
  const message = { texts: [text('common:sign-in.code', { code, minutes: CODE_MINUTES })] };
  await planDeliveries(ctx, `sign-in/${place}`, [{ to: person, desk: 'staff', message }]);
  ctx.nudge();
}

/** @returns the place that was taken; null when the name has had its codes for now */
async function takePlace(
  ctx: StoreContext,
  name: string,
  asked: Pick<SignInCode, 'attempt' | 'code' | 'person'>,
): Promise<string | null> {
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + CODE_MINUTES * MINUTE);
  const window = `${derivedId(`sign-in of ${name}`)}/${Math.floor(createdAt.getTime() / WINDOW)}`;
  for (let place = 0; place < PLACES; place += 1) {
    const _id = `${window}/${place}`;
    const fresh = { ...asked, _id, triesLeft: TRIES, createdAt, expiresAt, usedAt: null };
    try {
      await signInCodes.on(ctx.db).collection.insertOne(signInCodes.check(fresh) as never);
      return _id;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  return null;
}

/** Uses a code up. @returns the person who signs in; null for a code that is wrong, late, used or tried too often */
export async function useCode(ctx: StoreContext, attempt: string, typed: string): Promise<string | null> {
  const now = ctx.clock.now();
  const open = { attempt: attemptHash(attempt), usedAt: null, expiresAt: trusted({ $gt: now }) };
  const asked = (await signInCodes
    .on(ctx.db)
    .findOneAndUpdate({ ...open, triesLeft: trusted({ $gt: 0 }) } as never, { $inc: { triesLeft: -1 } })
    .lean()) as SignInCode | null;
  const code = typed.replace(/[\s-]/gu, '').toUpperCase();
  const isRight = sameSecret(codeHash(ctx, attempt, code), asked?.code ?? '');
  if (!asked || asked.person === null || !isRight) return null;
  const used = await signInCodes
    .on(ctx.db)
    .updateOne({ _id: asked._id, usedAt: null }, { $set: { usedAt: now } });
  return used.modifiedCount === 1 ? asked.person : null;
}
