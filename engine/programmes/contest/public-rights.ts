// What packages, votes and publications keep of a person, and what becomes of it when they use the rights over their data.
// A vote stays counted under a meaningless id; what was written of a winner and their photo go.
import { systemActor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { EngineContext } from '../context.ts';
import type { PersonalPart } from '../programme.ts';
import { eraseOffers, offersTakenBy } from './offers/personal.ts';
import { offers } from './offers/store.ts';
import { emptyPackage } from './packages/open-package.ts';
import { type Package, packages } from './packages/store.ts';
import { PAGE_PURPOSE } from './pages/page-consent.ts';
import { type PublicityPlan, publicityPlans } from './publicity/store.ts';
import { type Elector, electors, type RosterLine, rosters, type Vote, votes } from './votes/store.ts';

async function kept(ctx: EngineContext, person: string) {
  const of = <T>(
    from: { raw(db: EngineContext['db']): { find(filter: never): { toArray(): Promise<unknown[]> } } },
    field: string,
  ) =>
    from
      .raw(ctx.db)
      .find({ [field]: { $eq: person } } as never)
      .toArray() as Promise<T[]>;
  return {
    packages: await of<Package>(packages, 'person'),
    plans: await of<PublicityPlan>(publicityPlans, 'person'),
    electors: await of<Elector>(electors, 'person'),
    votes: await of<Vote>(votes, 'voter'),
    lines: await of<RosterLine>(rosters, 'claimedBy'),
    offers: await offersTakenBy(ctx, person),
  };
}

const by = (what: string) => ({ id: `erase/${what}/contest`, actor: systemActor });

export const publicRights: PersonalPart = {
  purposes: [PAGE_PURPOSE],
  // The page looks at the consent each time that it is asked for: nothing runs that had to be ended.
  consentEnded: async () => {},
  async documents(ctx, person) {
    const all = await kept(ctx, person);
    return [
      ...all.packages.map(({ _id }) => `${packages.name}/${_id}`),
      ...all.plans.map(({ _id }) => `${publicityPlans.name}/${_id}`),
      ...all.electors.map(({ _id }) => `${electors.name}/${_id}`),
      ...all.votes.map(({ _id }) => `${votes.name}/${_id}`),
      ...all.offers.map(({ _id }) => `${offers.name}/${_id}`),
    ];
  },
  async record(ctx, person) {
    const all = await kept(ctx, person);
    if (!hasAny(all)) return null;
    return {
      packages: all.packages.map(({ _id, edition, texts, photo, sent }) => ({
        ...{ nomination: _id, edition, texts, photo, sentAt: sent?.at ?? null },
      })),
      publicityPlans: all.plans.map(({ _id, items }) => ({ nomination: _id, items })),
      colleges: all.electors.map(({ edition, college, standing, state }) => ({
        edition,
        college,
        standing,
        state,
      })),
      votes: all.votes.map(({ edition, stage, nomination, as, at }) => ({
        edition,
        stage,
        nomination,
        as,
        at,
      })),
      offers: all.offers.map(({ edition, college, name, lowestMark, grounds, state, offeredAt }) => ({
        ...{ edition, college, name, lowestMark, grounds, state, offeredAt },
      })),
    };
  },
  hasRecords: async (ctx, person) => hasAny(await kept(ctx, person)),
  erasing: {
    waitsFor: async () => [],
    end: async () => {},
    items: async (ctx, person) => (await kept(ctx, person)).packages.map(({ _id }) => _id),
    counts: async () => false,
    async erase(ctx, person) {
      const all = await kept(ctx, person);
      for (const { _id } of all.packages)
        await change(ctx, packages, _id, by(_id), () =>
          ok({ action: 'package emptied', set: emptyPackage, result: null }),
        );
      for (const { _id } of all.votes)
        await change(ctx, votes, _id, by(_id), () =>
          ok({ action: 'voter forgotten', set: { likeness: [] }, result: null }),
        );
      await eraseOffers(ctx, person);
    },
  },
};

const hasAny = (all: Awaited<ReturnType<typeof kept>>): boolean =>
  Object.values(all).some((list) => list.length > 0);

/** Two parts of one programme as one. */
export const together = (one: PersonalPart, other: PersonalPart): PersonalPart => ({
  purposes: [...one.purposes, ...other.purposes],
  async consentEnded(ctx, person, cause) {
    await one.consentEnded(ctx, person, cause);
    await other.consentEnded(ctx, person, cause);
  },
  documents: async (ctx, person) => [
    ...(await one.documents(ctx, person)),
    ...(await other.documents(ctx, person)),
  ],
  async record(ctx, person) {
    const [first, second] = [await one.record(ctx, person), await other.record(ctx, person)];
    if (first === null && second === null) return null;
    return { ...(first as object | null), ...(second as object | null) };
  },
  hasRecords: async (ctx, person) =>
    (await one.hasRecords(ctx, person)) || (await other.hasRecords(ctx, person)),
  erasing: {
    waitsFor: async (ctx, person) => [
      ...(await one.erasing.waitsFor(ctx, person)),
      ...(await other.erasing.waitsFor(ctx, person)),
    ],
    async end(ctx, person) {
      await one.erasing.end(ctx, person);
      await other.erasing.end(ctx, person);
    },
    items: async (ctx, person) => [
      ...(await one.erasing.items(ctx, person)),
      ...(await other.erasing.items(ctx, person)),
    ],
    counts: async (ctx, person) =>
      (await one.erasing.counts(ctx, person)) || (await other.erasing.counts(ctx, person)),
    async erase(ctx, person) {
      await one.erasing.erase(ctx, person);
      await other.erasing.erase(ctx, person);
    },
  },
});
