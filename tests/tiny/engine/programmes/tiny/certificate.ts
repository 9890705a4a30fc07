// The certificate of a walk: issued once its end can no longer be undone. Whoever is being erased gets none.
import { certificateIdOf, issueCertificate } from '../../../../../engine/documents/certificates/issue.ts';
import { systemActor } from '../../../../../engine/kernel/actor.ts';
import { people } from '../../../../../engine/people/store.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import type { Walk } from './store.ts';

const KIND = 'tiny.walk';

/** The id of a walker's certificate, whether it was issued yet or not. */
export const certificateOf = (person: string): string => certificateIdOf(KIND, person);

/** @returns false for somebody who gets none */
export async function certify(ctx: EngineContext, { _id: person, since, ended }: Walk): Promise<boolean> {
  const holder = await people.on(ctx.db).findById(person, { name: 1, erasure: 1 }).lean();
  if (!holder || holder.erasure || !ended) return false;
  const days = Math.ceil((ended.at.getTime() - since.getTime()) / 86_400_000);
  await issueCertificate(
    ctx,
    { id: `walk/${person}/certificate`, actor: systemActor },
    {
      ...{ kind: KIND, subject: person, holder: { id: person, name: holder.name } },
      facts: [{ name: 'days', value: Math.max(1, days) }],
    },
  );
  return true;
}
