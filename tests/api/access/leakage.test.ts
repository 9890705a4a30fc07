// Nothing private leaves: whatever the table of expectations can read, read by everyone, also where they are refused.
// No personal number, account, telephone, sealed value or hash of one, no bookkeeping of the store, and the names of
// those alone whom one works with. The one exception is said where it is made.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../engine/people/store.ts';
import { IBAN, IIN, PHONE } from '../resources/story.ts';
import { type Member, members } from './cast.ts';
import { expectations } from './expectations.ts';
import { IIN_C, namesOf, PHONE_C } from './objects.ts';
import { type AccessWorld, isGet, openWorld } from './world.ts';

let world: AccessWorld;
let secrets: readonly string[];
let hashes: ReadonlySet<string>;
/** Of students A, B and C. */
let names: readonly string[];

beforeAll(async () => {
  world = await openWorld();
  const { studentA, studentB, studentC } = world.objects;
  const { ctx } = world.story;
  const found = await people.on(ctx.db).find().lean();
  secrets = [
    ...[IIN, IBAN, PHONE, PHONE_C, IIN_C, '050202600026'],
    ...found.flatMap((each) =>
      [each.iinHash, each.sealedIin, each.sealedIban].flatMap((value) => value ?? []),
    ),
    ...found.flatMap((each) => each.chats.map((chat) => chat.key)),
  ];
  hashes = new Set(found.flatMap((each) => each.iinHash ?? []));
  expect(secrets.every((secret) => secret.length > 8)).toBe(true);
  names = await namesOf(ctx, [studentA, studentB, studentC]);
  expect(new Set(names).size).toBe(3);
});
afterAll(() => world.close());

const readings = expectations.filter(isGet);

/** The copy of all that is kept of one person: for operators, without anything that is sealed. */
const isCopy = (url: string): boolean => /^\/v1\/participants\/[^/]+\/export$/.test(url);
const mayCopy = (secret: string): boolean =>
  [PHONE, PHONE_C].includes(secret) || secret.includes('.telegram.') || hashes.has(secret);

const mayRead = (member: Member, url: string, secret: string): boolean =>
  (member === 'operator' && isCopy(url) && mayCopy(secret)) ||
  (member === 'financialCentre' &&
    url === `/v1/credit/payouts/${world.objects.creditA}` &&
    secret === IBAN) ||
  // The audit says which number was given by its keyed hash; operators alone read it.
  (member === 'operator' && /timeline$|^\/v1\/audit/.test(url) && hashes.has(secret));

/** Whose names each may read anywhere; nobody else any. The Financial Centre pays student A. */
const mayName: Partial<Record<Member, string>> = {
  headA: 'A',
  coordinatorA: 'A',
  headB: 'BC',
  coordinatorB: 'BC',
  registrarAlpha: 'AC',
  registrarBeta: 'B',
  financialCentre: 'A',
  operator: 'ABC',
};

const BOOKKEEPING = [
  ...['_id', 'v', 'applied', 'outbox', 'chats', 'searchName', 'phone', 'placeHolder', 'hash', 'tokenHash'],
  ...['iinHash', 'sealedIin', 'sealedIban', 'createdById', 'admission', 'entitlement', 'media'],
];
/** The hash of a decision's receipt and of an audit record are there to be checked. */
const shows = (url: string, name: string): boolean =>
  (name === 'hash' && /^\/v1\/((credit\/)?participants\/|audit|rule-sets)/.test(url)) ||
  (isCopy(url) && IN_COPIES.includes(name));
const IN_COPIES = ['_id', 'chats', 'phone', 'placeHolder', 'admission', 'entitlement', 'media'];

/** Names of properties at any depth. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...keysOf(inner)]);
}

describe.each(members)('what %s reads', (member) => {
  it('holds no secret, no bookkeeping and no name of anybody else', async () => {
    for (const reading of readings) {
      const url = reading.url(world.objects);
      const { text, body, status } = await world.byKey(member, reading);
      expect(status, url).toBeLessThan(500);
      const found = secrets.filter((secret) => text.includes(secret) && !mayRead(member, url, secret));
      const kept = keysOf(body).filter((name) => BOOKKEEPING.includes(name) && !shows(url, name));
      const others = ['A', 'B', 'C'].filter(
        (each, index) => text.includes(names[index] ?? '') && !mayName[member]?.includes(each),
      );
      expect({ url, found, kept, others }).toEqual({ url, found: [], kept: [], others: [] });
    }
  });

  it('is what they may know, not less: everyone whom they work with is named somewhere', async () => {
    const texts = await Promise.all(readings.map((each) => world.byKey(member, each)));
    const all = texts.map(({ text }) => text).join('');
    const seen = ['A', 'B', 'C'].filter((_, index) => all.includes(names[index] ?? '')).join('');
    expect(seen).toBe(mayName[member] ?? '');
  });
});

it('the Financial Centre does read the account on the single payout: the test above can fail', async () => {
  const payout = readings.find(({ route }) => route === 'GET /v1/credit/payouts/:id');
  const { text } = payout ? await world.byKey('financialCentre', payout) : { text: '' };
  expect(text).toContain(IBAN);
});
