// Every route that the server has × everyone × own, foreign and missing objects, by key and by session, against the table
// in expectations.ts. What the table does not say is denied; a route that it does not know fails here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfKey, newKey, storeKey } from '../../../api/auth/keys.ts';
import { apiKeys } from '../../../engine/access/store.ts';
import type { Answer } from '../resources/server.ts';
import { as, operator } from '../resources/story.ts';
import { cast, type Member, members } from './cast.ts';
import { type Expectation, expectations } from './expectations.ts';
import { nowhere } from './objects.ts';
import { ofSessions, open } from './open-routes.ts';
import { type AccessWorld, isGet, openWorld } from './world.ts';

let world: AccessWorld;
const badKeys: Record<string, string> = {};

beforeAll(async () => {
  world = await openWorld();
  const { ctx } = world.story;
  for (const kind of ['expired', 'revoked']) {
    const key = newKey();
    const wanted = { name: kind, grants: cast.operator.grants, expiresAt: null };
    await storeKey(ctx, as(operator), kind, hashOfKey(key), wanted);
    badKeys[kind] = `Bearer ${key}`;
  }
  const past = ctx.clock.now();
  await apiKeys.on(ctx.db).updateOne({ _id: 'expired' }, { $set: { expiresAt: past } });
  await apiKeys.on(ctx.db).updateOne({ _id: 'revoked' }, { $set: { revokedAt: past } });
});
afterAll(() => world.close());

const verdict = ({ may, foreign = [] }: Expectation, member: Member): string => {
  if (may.includes(member)) return 'may';
  return foreign.includes(member) ? '404' : '403';
};

const outcome = ({ status }: Answer): string =>
  (status >= 200 && status < 300) || status === 409 ? 'may' : String(status);

/** All that an answer tells but the number of the request. */
const told = ({ status, text, headers }: Answer): object => {
  const { 'x-request-id': _, date: __, ...rest } = headers;
  const names = Object.keys(rest).filter((name) => !name.startsWith('x-ratelimit'));
  return { status, names, text: text.replace(/"requestId":"[^"]*"/, '') };
};

/** Those who may not come first: what they ask for must still be undecided. */
const inOrder = (expected: Expectation): readonly Member[] =>
  [...members].sort(
    (a, b) => Number(verdict(expected, a) === 'may') - Number(verdict(expected, b) === 'may'),
  );

/** A session's grants are weighed as a key's are: it is enough to see that each way leads there. */
const oneOfEachVerdict = (expected: Expectation): readonly Member[] => [
  ...new Map(members.map((member) => [verdict(expected, member), member])).values(),
];

const names = new Map<string, number>();
const named = expectations.map((expected) => {
  const nth = (names.get(expected.route) ?? 0) + 1;
  names.set(expected.route, nth);
  return { ...expected, name: nth === 1 ? expected.route : `${expected.route} (${nth})` };
});

describe.each(named)('$name', (expected) => {
  it('is closed without a key, and for a wrong, an expired and a revoked one', async () => {
    const bad: Record<string, string>[] = [
      {},
      { authorization: `Bearer ${newKey()}` },
      ...Object.values(badKeys).map((authorization) => ({ authorization })),
      { cookie: `qadam-console-loopback=${'a'.repeat(32)}` },
    ];
    const answers = [];
    for (const headers of bad) answers.push(told(await world.bare(expected, headers)));
    expect(answers.map((each) => (each as Answer).status)).toEqual([401, 401, 401, 401, 401]);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  const refused = new Map<Member, Answer>();

  it('is for whom the table says, by key and by session', async () => {
    const found: Record<string, string> = {};
    const inSessions = oneOfEachVerdict(expected);
    const bySession: Record<string, string> = {};
    for (const member of inOrder(expected)) {
      const answer = await world.byKey(member, expected);
      if (verdict(expected, member) !== 'may') refused.set(member, answer);
      found[member] = outcome(answer);
      if (inSessions.includes(member)) bySession[member] = outcome(await world.bySession(member, expected));
    }
    const wanted = (of: readonly Member[]) =>
      Object.fromEntries(of.map((member) => [member, verdict(expected, member)]));
    expect(found).toEqual(wanted(members));
    expect(bySession).toEqual(wanted(inSessions));
  });

  it('answers for what is not theirs as for what does not exist', async () => {
    const { sees = [], url, body } = expected;
    const named = JSON.stringify([url(world.objects), body?.(world.objects)]);
    // What names no object cannot tell whether there is one.
    if (named === JSON.stringify([url(nowhere), body?.(nowhere)])) return;
    for (const [member, answer] of refused)
      if (!sees.includes(member))
        expect(told(answer), member).toEqual(told(await world.byKey(member, expected, nowhere)));
  });
});

describe.each(named.filter(isGet))('$name', (expected) => {
  it('answers HEAD with the same status', async () => {
    for (const member of ['nobody', 'headB', 'operator'] as const) {
      const { status } = await world.byKey(member, expected);
      const url = expected.url(world.objects);
      const authorization = await world.server.authorisationOf(cast[member]);
      const head = await world.server.app.inject({ method: 'HEAD', url, headers: { authorization } });
      expect(head.statusCode, member).toBe(status);
      expect(head.body).toBe('');
    }
  });
});

describe('the table', () => {
  const declared = () =>
    world.server.app.declaredRoutes
      .flatMap(({ method, url, config }) =>
        [method]
          .flat()
          .map((each) => ({ name: `${each} ${url.replace(/[0-9a-f]{12}\./, '<hash>.')}`, config })),
      )
      .filter(({ name }) => !name.startsWith('HEAD '));

  it('knows every route of the server, and no other', () => {
    const known = new Set([...expectations.map(({ route }) => route), ...ofSessions, ...Object.keys(open)]);
    const found = new Set(declared().map(({ name }) => name));
    expect([...found].filter((name) => !known.has(name)).sort()).toEqual([]);
    expect([...known].filter((name) => !found.has(name)).sort()).toEqual([]);
  });

  it('says of the same routes as the server that they are open', () => {
    const public_ = declared().flatMap(({ name, config }) => (config?.access === 'public' ? [name] : []));
    expect([...new Set(public_)].sort()).toEqual(Object.keys(open).sort());
  });

  it.each(ofSessions)('%s answers a machine as it answers nobody', async (route) => {
    const [method, url = ''] = route.split(' ') as ['GET' | 'DELETE', string];
    const authorization = await world.server.authorisationOf(cast.operator);
    const answer = await world.server.app.inject({ method, url, headers: { authorization } });
    expect(answer.statusCode).toBe(401);
  });
});
