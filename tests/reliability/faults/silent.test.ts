// Connections whose other end is gone and was never told: nothing breaks, nobody answers. Only a limit of ours ends that,
// to MongoDB, to Redis and to Telegram, and work goes on within 30 s.
import type { Connection } from 'mongoose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { type Network, openNetwork } from '../../support/faults/network.ts';
import { noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import { openWorld, type World } from '../../support/world/world.ts';

const RECOVERY = 30_000;

let network: Network;
let world: World;
let student: StoryActor;
/** Past the faults: what is to be told is stored whatever is the matter with the network. */
let direct: Connection;
let personId: string;
let told: number;

beforeEach(async () => {
  network = await openNetwork();
  direct = await connectStore(network.services.mongodbUri);
  const { servers, telegramThrough } = network;
  world = await openWorld('grammY', { servers, telegramThrough });
  told = 0;
  student = world.person('student', 'participant', 'kk');
  await student.say('/start');
  await student.hears('common:welcome.greeting');
  await student.tap('common:language.kk');
  await student.hears('credit:welcome');
  const chat = world.chatKeyOf('student', 'participant');
  const blank = { grants: [], region: null, phone: null, student: null, consents: [] };
  const person = { chat, name: 'Мысалқызы Айым', language: 'kk' as const, ...blank };
  const registered = await registerPerson(world.ctx, { id: 'register', actor: systemActor }, person);
  personId = registered.ok ? registered.value : '';
  await isTold();
}, 60_000);
afterEach(async () => {
  await world.close();
  await direct.close();
  await network.close();
}, 60_000);

async function isAnswered(): Promise<void> {
  await student.say('/help');
  await student.hears(/\/mydata/);
}

/** A notice: the worker sends it. */
async function isTold(): Promise<void> {
  told += 1;
  const reference = `N${told}`;
  const message = { texts: [{ key: 'common:delivery.repeat', params: { reference } }] };
  await planDeliveries({ ...world.ctx, db: direct }, `test/${told}`, [
    { to: personId, desk: 'participant', message },
  ]);
  await student.getsNotice(new RegExp(reference));
}

const ends = {
  all: () => [network.mongodb, network.redis, network.telegram()],
  mongodb: () => [network.mongodb],
  redis: () => [network.redis],
  telegram: () => [network.telegram()],
} as const;
const tried = (Object.keys(ends) as (keyof typeof ends)[]).slice(0, countOf('silentEnds'));

it.each(tried)(
  '%s: answers and notices go on',
  async (end) => {
    for (const proxy of ends[end]()) proxy.strike({ kind: 'half-open' });
    const began = performance.now();
    await Promise.all([isAnswered(), isTold()]);
    const recovery = performance.now() - began;
    noteDown([{ kind: `${end}: half-open`, recovery }]);
    expect(recovery).toBeLessThan(RECOVERY);
    // A database that is away is no bug: nobody is told of one.
    expect(await student.count('common:error.bug')).toBe(0);
  },
  120_000,
);
