// The documents that answers and digests lie in: all there before the first answer, so that the order in which they came to
// be says nothing; what is added is sorted in at its random or keyed place.
import { randomInt } from 'node:crypto';
import type { StoreContext } from '../store/context.ts';
import { type Answer, surveyAnswers, surveyClaims } from './store.ts';

/** Of each kind, for one survey. */
const COUNT = 256;

/** Idempotent. */
export async function prepareBuckets({ db }: StoreContext, survey: string): Promise<void> {
  const numbers = Array.from({ length: COUNT }, (_, at) => `${survey}/${at}`);
  const missing = (empty: object) =>
    numbers.map((_id) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: { survey, ...empty } }, upsert: true },
    }));
  await surveyAnswers.raw(db).bulkWrite(missing({ answers: [] }) as never, { ordered: false });
  await surveyClaims.raw(db).bulkWrite(missing({ digests: [] }) as never, { ordered: false });
}

const bucketOf = (survey: string, digest: string): string =>
  `${survey}/${Number.parseInt(digest.slice(0, 2), 16) % COUNT}`;

export async function isClaimed({ db }: StoreContext, survey: string, digest: string): Promise<boolean> {
  const _id = bucketOf(survey, digest);
  return (await surveyClaims.raw(db).findOne({ _id, digests: digest } as never)) !== null;
}

/** @returns false when it was claimed before */
export async function claim({ db }: StoreContext, survey: string, digest: string): Promise<boolean> {
  const _id = bucketOf(survey, digest);
  const update = { $push: { digests: { $each: [digest], $sort: 1 } } };
  const done = await surveyClaims
    .raw(db)
    .updateOne({ _id, digests: { $ne: digest } } as never, update as never);
  return done.matchedCount === 1;
}

export async function unclaim({ db }: StoreContext, survey: string, digest: string): Promise<void> {
  const _id = bucketOf(survey, digest);
  await surveyClaims.raw(db).updateOne({ _id } as never, { $pull: { digests: digest } } as never);
}

export async function keepAnswer({ db }: StoreContext, survey: string, answer: Answer): Promise<void> {
  const _id = `${survey}/${randomInt(COUNT)}`;
  const update = { $push: { answers: { $each: [answer], $sort: { id: 1 } } } };
  const done = await surveyAnswers.raw(db).updateOne({ _id } as never, update as never);
  if (done.matchedCount !== 1) throw new RangeError(`survey ${survey} has no place for answers`);
}

/** Every answer of a survey, in the order of their random ids. */
export async function answersOf({ db }: StoreContext, survey: string): Promise<readonly Answer[]> {
  const found = await surveyAnswers.on(db).find({ survey }, { answers: 1 }).lean();
  const all = found.flatMap(({ answers }) => answers as Answer[]);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function countAnswers({ db }: StoreContext, survey: string): Promise<number> {
  const stages = [{ $match: { survey } }, { $group: { _id: null, total: { $sum: { $size: '$answers' } } } }];
  const [found] = await surveyAnswers.raw(db).aggregate<{ total: number }>(stages).toArray();
  return found?.total ?? 0;
}

/** When a survey is closed nobody can answer any more: who has is nobody's business from then on. */
export async function dropClaims({ db }: StoreContext, survey: string): Promise<void> {
  await surveyClaims.on(db).deleteMany({ survey });
}
