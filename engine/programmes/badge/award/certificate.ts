// The laureate's certificate: level and centre, signed by the head of the programme's administrator. Issued once, when the
// commission has awarded the badge.
import { certificateIdOf, issueCertificate } from '../../../documents/certificates/issue.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { centreOf } from '../cases.ts';
import { signerOn } from '../reference/signers.ts';
import type { Level } from '../states.ts';
import { awardOf } from './store.ts';

const KIND = 'badge-award.badge';

/** The id of a badge's certificate, whether it was issued yet or not. */
export const certificateOf = (awardId: string): string => certificateIdOf(KIND, awardId);

const levelNames: Readonly<Record<Level, Readonly<Record<'kk' | 'ru' | 'en', string>>>> = {
  bronze: { kk: 'қола', ru: 'бронзовый', en: 'bronze' },
  silver: { kk: 'күміс', ru: 'серебряный', en: 'silver' },
  gold: { kk: 'алтын', ru: 'золотой', en: 'gold' },
};

export async function certify(ctx: EngineContext, cause: string, awardId: string): Promise<void> {
  const { person, level, centre } = await awardOf(ctx, awardId);
  const holder = await people.on(ctx.db).findById(person, { name: 1, erasure: 1 }).lean();
  if (!holder || holder.erasure) return;
  const { name } = await centreOf(ctx, centre);
  await issueCertificate(
    ctx,
    { id: `event/${cause}/certificate`, actor: systemActor },
    {
      kind: KIND,
      subject: awardId,
      holder: { id: holder._id, name: holder.name },
      facts: [
        { name: 'level', value: levelNames[level] },
        { name: 'centre', value: name },
        { name: 'signed-by', value: await signerOn(ctx, localDate(ctx.clock.now())) },
      ],
    },
  );
}
