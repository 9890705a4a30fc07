// Every use-case × everyone, called as the chat and the jobs call them. Whoever may not is refused, and nothing in the
// database is other than before: not even an empty document.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../engine/kernel/canonical.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { people } from '../../../engine/people/store.ts';
import * as credit from '../../../engine/programmes/credit/programme.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { as } from '../resources/story.ts';
import { cast } from './cast.ts';
import { type Expectation, expectations } from './expectations.ts';
import { nowhere } from './objects.ts';
import { actorOf, type Doer, doers, others, type UseCase, useCases } from './use-cases.ts';
import { type AccessWorld, isGet, openWorld } from './world.ts';

let world: AccessWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const OWNERS = ['people', 'organisations', 'universities', 'links'];
const PROGRAMME = ['credit_students', 'credit_projects', 'credit_payouts', 'credit_recredits', 'seats'];

/** Everything that there is. */
async function everything(): Promise<string> {
  const { db } = world.story.ctx;
  const all = await Promise.all(
    [...OWNERS, ...PROGRAMME].map((name) => db.collection(name).find().sort({ _id: 1 }).toArray()),
  );
  return canonicalJson(all);
}

/** `denied`: by right, or because it does not exist for them. `heard`: done, or refused by the rules. */
async function outcomeOf({ run }: UseCase, doer: Doer, of = world.objects): Promise<string> {
  try {
    const result = await run(world.story.ctx, as(actorOf(doer, world.objects)), of);
    const isDenied = !result.ok && result.reasons.some(({ code }) => DENIALS.includes(code));
    return isDenied ? 'denied' : 'heard';
  } catch (error) {
    if (error instanceof AppError && ['forbidden', 'not-found'].includes(error.code)) return 'denied';
    throw error;
  }
}

/** Nobody's consent is there for somebody who never registered. */
const DENIALS = ['common.not-allowed', 'credit.no-consent'];

describe.each(useCases)('$name', (useCase) => {
  it('is denied to everyone whom the table does not name, and leaves no trace', async () => {
    const before = await everything();
    const found: Record<string, string> = {};
    const denied = doers.filter((each) => !useCase.may.includes(each));
    for (const doer of denied) {
      found[doer] = await outcomeOf(useCase, doer);
      expect((await everything()) === before, `${doer} left a trace`).toBe(true);
    }
    expect(found).toEqual(Object.fromEntries(denied.map((each) => [each, 'denied'])));
  });

  it('is heard from everyone whom it names', async () => {
    const found: Record<string, string> = {};
    for (const doer of useCase.may) found[doer] = await outcomeOf(useCase, doer);
    expect(found).toEqual(Object.fromEntries(useCase.may.map((each) => [each, 'heard'])));
  });

  it('is denied on what does not exist', async () => {
    const needsObject = !/^(addUniversity|inviteStaff|reportHours|sendReport|leaveProject|giveConsent)/.test(
      useCase.name,
    );
    if (!needsObject) return;
    for (const doer of useCase.may) expect(await outcomeOf(useCase, doer, nowhere), doer).toBe('denied');
  });
});

/** A person's whole copy is noted in their audit, which is what the route promises. */
const isNoted = ({ route }: Expectation): boolean => route.endsWith('/participants/:id/export');

it('reading leaves no trace, whoever is asked for', async () => {
  const before = await everything();
  const staff = await people
    .on(world.story.ctx.db)
    .findOne({ ...readsAll, student: null } as never)
    .lean();
  const readings = expectations
    .filter((each) => isGet(each) && !isNoted(each))
    .map((each) => ({ url: each.url(world.objects), status: each.may.includes('operator') ? 200 : 404 }));
  for (const { url, status } of [
    ...readings,
    { url: `/v1/participants/${staff?._id}/timeline`, status: 200 },
  ])
    expect((await world.server.get(cast.operator, url)).status, url).toBe(status);
  expect((await everything()) === before).toBe(true);
});

it('every function that the programme gives is in the table', () => {
  const given = Object.entries(credit).flatMap(([name, value]) =>
    typeof value === 'function' ? [name] : [],
  );
  const known = new Set([...useCases.map(({ name }) => name.split(/[ :]/)[0] ?? ''), ...Object.keys(others)]);
  // Pure: they look at what they are handed, and nowhere else.
  const pure = ['confirmedMinutes'];
  expect(given.filter((name) => !known.has(name) && !pure.includes(name))).toEqual([]);
});
