// Two processes of each kind under load, while one after the other is killed at random, and engine and Redis with them:
// nothing is lost, nothing happens twice, and work goes on within seconds.
import { afterEach, expect, it } from 'vitest';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { everythingSeeded } from '../../../engine/runtime/demo/seed.ts';
import { writeSetting } from '../../../engine/store/settings.ts';
import { type Fleet, startFleet } from '../../support/crash/fleet.ts';
import { type Chance, chanceOf } from '../../support/crash/random.ts';
import { type Strike, striker } from '../../support/crash/strikes.ts';
import { newHost, newStudent } from '../../support/credit/cast.ts';
import { type Done, engaged, type Loop, talker, working } from '../../support/credit/crash/load.ts';
import { isTimeUp, noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { type BotApi, startBotApi } from '../../support/telegram/index.ts';
import { openStoryEngine, type StoryEngine, storyKey } from '../../support/world/engine.ts';
import { checkInvariants } from '../model/invariants/check.ts';
import { stored } from '../model/invariants/inbox.ts';

const TOKENS = { participant: '1001:participant-token', staff: '1002:staff-token' };
/** Milliseconds between two strikes, at most. */
const APART = 2_500;

let services: TestServices;
let api: BotApi;
let engine: StoryEngine;
let fleet: Fleet;

afterEach(async () => {
  await fleet.stop();
  await engine.close();
  await api.close();
  await services.stop();
}, 60_000);

async function open(receives: Fleet['plan']['receives']) {
  services = await startServices();
  api = await startBotApi();
  const bots = {
    participant: api.addBot({ token: TOKENS.participant, username: 'qadam_test_bot', name: 'Qadam' }),
    staff: api.addBot({ token: TOKENS.staff, username: 'qadam_staff_test_bot', name: 'Qadam staff' }),
  };
  const servers = { mongodb: services.mongodbUri, redis: services.redisUrl };
  engine = await openStoryEngine(servers, '2026-10-05T06:00:00Z');
  for (const each of everythingSeeded(engine.ctx)) await writeSetting(engine.ctx, each, true);
  const telegram = { root: api.root, ...TOKENS };
  fleet = await startFleet({ ...servers, secretKey: storyKey, telegram, receives, each: 2 });
  return bots;
}

type Bots = Awaited<ReturnType<typeof open>>;

/** Two who talk at each desk, and one student at work. */
async function load(
  bots: Bots,
): Promise<{ talkers: readonly Loop[]; work: Awaited<ReturnType<typeof working>> }> {
  const { ctx, clock } = engine;
  const ids = new Map<string, number>();
  const chatOf = (desk: string, name: string) => {
    ids.set(name, ids.get(name) ?? 7_001 + ids.size);
    return `${desk}.telegram.${ids.get(name)}`;
  };
  const host = await newHost(ctx, (name) => chatOf('staff', name));
  const student = await newStudent(ctx, 'aiym', chatOf('participant', 'aiym'));
  const users = new Map([...ids].map(([name, id]) => [name, api.user({ id, firstName: name })]));
  for (const [name, user] of users) await user.start(name === 'aiym' ? bots.participant : bots.staff);
  await engaged(ctx, host, student);
  const from = localDate(ctx.clock.now());
  await clock.advance(30 * DAY);
  const others = [8_001, 8_002].map((id) => api.user({ id, firstName: 'Сынақ', languageCode: 'kk' }));
  const talkers: Loop[] = [];
  for (const user of others) {
    for (const bot of [bots.participant, bots.staff]) {
      await user.start(bot);
      await user.reply(bot, { timeoutMs: 60_000 });
      talkers.push(talker(user, bot));
    }
  }
  return { talkers, work: await working(ctx, host, student, from) };
}

async function strikeOften(chance: Chance, kills: number): Promise<readonly Strike[]> {
  const strike = striker(fleet, services, chance);
  const strikes: Strike[] = [];
  for (let count = 0; count < kills && !isTimeUp(); count += 1) {
    strikes.push(strike());
    // Whatever happens in between is a matter of chance: that is what is tried here.
    await new Promise((resolve) => setTimeout(resolve, chance.next() * APART));
  }
  await Promise.all(strikes.map(({ replaced }) => replaced));
  return strikes;
}

/** From a strike to the end of the first thing in each line that began after it. */
const recoveryOf = ({ at }: Strike, lines: readonly (readonly Done[])[]): number =>
  Math.max(...lines.map((line) => (line.find(({ began }) => began >= at)?.ended ?? Infinity) - at));

const loads = (
  [
    ['webhook', 2],
    ['polling', 1],
  ] as const
).slice(0, countOf('loads'));

it.each(loads)(
  'nothing is lost and nothing happens twice (%s)',
  async (receives, seed) => {
    const bots = await open(receives);
    const { talkers, work } = await load(bots);
    const strikes = await strikeOften(chanceOf(seed), Math.ceil(countOf('randomKills') / loads.length));
    const lines = [...talkers, work].map(({ done }) => done);
    const last = strikes.at(-1)?.at ?? 0;
    // One more of everything after the last strike.
    const goneOn = () => lines.every((line) => (line.at(-1)?.began ?? 0) > last);
    await expect.poll(goneOn, { timeout: 60_000 }).toBe(true);
    await Promise.all([...talkers, work].map((each) => each.stop()));
    const recoveries = strikes.map((strike) => ({
      kind: strike.victim,
      recovery: recoveryOf(strike, lines),
    }));
    noteDown(recoveries);

    const { db } = engine.ctx;
    const [student] = await db
      .collection('credit_students')
      .find({ 'credits.0': { $exists: true } })
      .toArray();
    expect(student?.credits[0].entries).toHaveLength(work.confirmed());
    expect(work.confirmed()).toBeGreaterThan(0);
    await Promise.all(Object.values(bots).map((bot) => bot.settled({ timeoutMs: 30_000 })));
    const acknowledged = (['participant', 'staff'] as const).flatMap((desk) =>
      bots[desk].sent().map((update) => `${desk}.telegram/${update.update_id}`),
    );
    const whole = { atRest: true, besides: [stored(acknowledged)] };
    await expect.poll(() => checkInvariants(db, whole), { timeout: 60_000 }).toEqual([]);
    expect(recoveries.filter(({ recovery }) => recovery >= 30_000)).toEqual([]);
  },
  1_800_000,
);
