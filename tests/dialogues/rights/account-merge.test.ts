// One person in two chats, in every channel: the second chat gives the number of the first, whose owner confirms it with
// a tap; from then on both chats are one person's, and /delete erases both.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { people } from '../../../engine/people/store.ts';
import { checkInvariants } from '../../reliability/model/invariants/check.ts';
import { newHost, newStudent } from '../../support/credit/cast.ts';
import { dumpOf, traces } from '../../support/dump.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import { openWorld, type World, worldKinds } from '../../support/world/world.ts';

const NAME = 'Мысалова Бірінші';
const DOUBLE = 'Қосарлы Мысалова';
const IDENTITY = { iin: validIin(91), iban: validIban(91) };

describe.each(worldKinds)('merge over %s', (kind) => {
  let world: World;
  let first: StoryActor;
  let second: StoryActor;
  let owner: Actor;
  let asker: Actor;

  const chatOf = (name: string) => world.chatKeyOf(name, 'participant');
  const give = async ({ id }: Actor) =>
    world.fillIdentity(world.ctx.links.form(await openIdentityForm(world.ctx, id)), IDENTITY);
  const whose = async (name: string) => (await personOfChat(world.ctx, chatOf(name)))?._id;

  beforeEach(async () => {
    world = await openWorld(kind);
    await newHost(world.ctx, (name) => world.chatKeyOf(name, 'staff'));
    owner = await newStudent(world.ctx, NAME, chatOf('first'));
    asker = await newStudent(world.ctx, DOUBLE, chatOf('second'));
    first = world.person('first', 'participant', 'kk');
    second = world.person('second', 'participant', 'kk');
    for (const each of [first, second]) {
      await each.say('/menu');
      await each.hears('credit:menu.free');
    }
    expect(await give(owner)).toBe(true);
    await first.getsNotice('credit:notice.identity-given');
  }, 60_000);
  afterEach(() => world.close());

  const ask = async () => {
    expect(await give(asker)).toBe(false);
    await first.getsNotice(`common:merge.card.asked.${kind === 'web' ? 'web' : 'telegram'}`);
  };

  it('makes both chats one person’s, until /delete erases both', async () => {
    await ask();
    await first.tap('common:button.merge');
    await second.getsNotice('common:merge.moved');
    expect([await whose('first'), await whose('second')]).toEqual([owner.id, owner.id]);
    await second.say('/mydata');
    await second.hears(new RegExp(NAME));
    await second.say('/delete');
    await second.hears('common:erase.explain');
    await second.tap('common:button.delete-data');
    await second.hears('common:erase.really');
    await second.tap('common:button.delete-for-good');
    await second.hears('common:erase.asked');
    const isDone = async () =>
      (await people.on(world.ctx.db).findById(owner.id).lean())?.erasure?.doneAt != null;
    await expect.poll(isDone, { timeout: 30_000 }).toBe(true);
    const secrets = [NAME, DOUBLE, IDENTITY.iin, IDENTITY.iban];
    if (kind !== 'web') secrets.push(chatOf('first'), chatOf('second'));
    const found = async () => traces(await dumpOf(world.ctx.db), secrets);
    await expect.poll(found, { timeout: 15_000 }).toEqual([]);
    const broken = () => checkInvariants(world.ctx.db, { atRest: true });
    await expect.poll(broken, { timeout: 15_000 }).toEqual([]);
  }, 90_000);

  it('changes nothing where the owner says that it was not them', async () => {
    await ask();
    await first.tap('common:button.not-me');
    await first.hears('common:merge.card.refused');
    await second.getsNotice('common:merge.refused');
    expect([await whose('first'), await whose('second')]).toEqual([owner.id, asker.id]);
    await second.say('/mydata');
    await second.hears(new RegExp(DOUBLE));
    const broken = () => checkInvariants(world.ctx.db, { atRest: true });
    await expect.poll(broken, { timeout: 15_000 }).toEqual([]);
  }, 60_000);
});
