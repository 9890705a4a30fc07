// A laureate's certificate: the year, the college and the region. Issued once, when they are named.
import { certificateIdOf, issueCertificate } from '../../../documents/certificates/issue.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { regionOf } from '../../../kernel/regions.ts';
import type { Follow } from '../../../parts/part.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import type { OfNomination } from '../events.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { collegeName } from '../views/college-name.ts';

const KIND = 'contest.laureate';

/** The id of a laureate's certificate, whether it was issued yet or not. */
export const laureateCertificate = (nomination: string): string => certificateIdOf(KIND, nomination);

export const certify: Follow<EngineContext, OfNomination> = async (ctx, { id, data }) => {
  const { person, college, region, edition } = await nominationOf(ctx, data.nomination);
  const holder = await people.on(ctx.db).findById(person, { name: 1, erasure: 1 }).lean();
  if (!holder || holder.erasure) return;
  const { collegeKk: kk, collegeRu: ru, collegeEn: en } = await collegeName(ctx, college);
  const { year } = await editionOf(ctx, edition);
  const names = regionOf(region);
  const command = { id: `event/${id}/certificate`, actor: systemActor };
  await issueCertificate(ctx, command, {
    ...{ kind: KIND, subject: data.nomination, holder: { id: holder._id, name: holder.name } },
    facts: [
      { name: 'year', value: String(year) },
      { name: 'college', value: { kk, ru, en } },
      ...(names ? [{ name: 'region', value: { kk: names.kk, ru: names.ru, en: names.en } }] : []),
    ],
  });
};
