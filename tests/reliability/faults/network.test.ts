// The product's processes under load, while the network between them and MongoDB, Redis and Telegram has one fault after
// the other: nothing is lost, nothing happens twice, and work goes on within 30 s.
import { afterEach, expect, it } from 'vitest';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { everythingSeeded } from '../../../engine/runtime/demo/seed.ts';
import { writeSetting } from '../../../engine/store/settings.ts';
import { type Fleet, startFleet } from '../../support/crash/fleet.ts';
import { chanceOf } from '../../support/crash/random.ts';
import { newHost, newStudent } from '../../support/credit/cast.ts';
import { type Done, engaged, talker, type Worked, working } from '../../support/credit/crash/load.ts';
import { type Network, openNetwork } from '../../support/faults/network.ts';
import { type Struck, strikeNext } from '../../support/faults/strikes.ts';
import { inCampaign, isTimeUp, noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { type Bot, type BotApi, startBotApi, type User } from '../../support/telegram/index.ts';
import { openStoryEngine, type StoryEngine, storyKey } from '../../support/world/engine.ts';
import { checkInvariants } from '../model/invariants/check.ts';
import { stored } from '../model/invariants/inbox.ts';

const TOKENS = { participant: '1001:participant-token', staff: '1002:staff-token' };
/** A message that may be there already says so. */
const REPEATED = /Нөмірі: [0-9A-F]{6}/;

let network: Network;
let api: BotApi;
let engine: StoryEngine;
let fleet: Fleet;
let faults = 0;

afterEach(async () => {
  await fleet.stop();
  await engine.close();
  await api.close();
  await network.close();
}, 60_000);

async function open() {
  network = await openNetwork();
  api = await startBotApi();
  const bots = {
    participant: api.addBot({ token: TOKENS.participant, username: 'qadam_test_bot', name: 'Qadam' }),
    staff: api.addBot({ token: TOKENS.staff, username: 'qadam_staff_test_bot', name: 'Qadam staff' }),
  };
  // The test itself looks past the faults.
  const { mongodbUri, redisUrl } = network.services;
  engine = await openStoryEngine({ mongodb: mongodbUri, redis: redisUrl }, '2026-10-05T06:00:00Z');
  for (const each of everythingSeeded(engine.ctx)) await writeSetting(engine.ctx, each, true);
  const telegram = { root: await network.telegramThrough(api.root), ...TOKENS };
  const plan = { ...network.servers, secretKey: storyKey, telegram, receives: 'polling', each: 1 } as const;
  fleet = await startFleet({ ...plan, kinds: ['worker', 'participant', 'staff'] });
  return bots;
}

type Bots = Awaited<ReturnType<typeof open>>;

async function studentAtWork(bots: Bots): Promise<Worked> {
  const { ctx, clock } = engine;
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    const id = ids.get(name) ?? 7_001 + ids.size;
    ids.set(name, id);
    return id;
  };
  const host = await newHost(ctx, (name) => `staff.telegram.${idOf(name)}`);
  const student = await newStudent(ctx, 'aiym', `participant.telegram.${idOf('aiym')}`);
  for (const [name, id] of ids) {
    await api.user({ id, firstName: name }).start(name === 'aiym' ? bots.participant : bots.staff);
  }
  await engaged(ctx, host, student);
  const from = localDate(ctx.clock.now());
  await clock.advance(30 * DAY);
  return working(ctx, host, student, from);
}

async function talkersOf(bots: Bots) {
  const user = api.user({ id: 8_001, firstName: 'Сынақ', languageCode: 'kk' });
  const talkers = [];
  for (const bot of [bots.participant, bots.staff]) {
    await user.start(bot);
    await user.reply(bot, { timeoutMs: 30_000 });
    talkers.push({ user, bot, ...talker(user, bot) });
  }
  return talkers;
}

/** Strikes, and waits until everything has gone on: what one fault costs is not put down to another. */
async function strikeOften(lines: readonly (readonly Done[])[]): Promise<void> {
  const chance = chanceOf(7);
  const goesOn = ({ at }: Struck) => lines.map((line) => line.find(({ began }) => began >= at)?.ended ?? 0);
  for (let count = 0; count < countOf('networkFaults') && !isTimeUp(); count += 1) {
    faults += 1;
    const struck = await strikeNext(network, count, chance);
    await expect.poll(() => Math.min(...goesOn(struck)), { timeout: 60_000 }).toBeGreaterThan(0);
    const recovery = Math.max(...goesOn(struck)) - struck.at;
    noteDown([{ kind: `${struck.end}: ${struck.kind}`, recovery }]);
    // On the machine of a campaign; work goes on in any case, or the wait above ends it.
    if (inCampaign) expect(recovery, `${struck.kind}, ${struck.end}`).toBeLessThan(30_000);
  }
}

/** Every question is answered; what is there twice says so. */
function expectAnswers(user: User, bot: Bot): void {
  const seen = user.chat(bot);
  const asked = seen.filter(({ from }) => from === 'user').length;
  const answers = seen.filter(({ from }) => from === 'bot');
  const repeats = answers.filter(({ text }) => REPEATED.test(text)).length;
  expect(asked).toBeGreaterThan(faults);
  expect(answers.length).toBeGreaterThanOrEqual(asked);
  expect(answers.length - repeats).toBeLessThanOrEqual(asked);
}

it('nothing is lost and nothing happens twice', async () => {
  const bots = await open();
  const work = await studentAtWork(bots);
  const talkers = await talkersOf(bots);
  const lines = [...talkers, work].map(({ done }) => done);
  await strikeOften(lines);
  await Promise.all([...talkers, work].map((each) => each.stop()));

  const { db } = engine.ctx;
  const worked = { 'credits.0': { $exists: true } };
  const student = await db.collection('credit_students').findOne(worked);
  expect(student?.credits[0].entries).toHaveLength(work.confirmed());
  expect(work.confirmed()).toBeGreaterThan(0);
  await Promise.all(Object.values(bots).map((bot) => bot.settled({ timeoutMs: 30_000 })));
  const acknowledged = (['participant', 'staff'] as const).flatMap((desk) =>
    bots[desk].sent().map((update) => `${desk}.telegram/${update.update_id}`),
  );
  const whole = { atRest: true, besides: [stored(acknowledged)] };
  await expect.poll(() => checkInvariants(db, whole), { timeout: 60_000 }).toEqual([]);
  for (const { user, bot } of talkers) expectAnswers(user, bot);
}, 3_600_000);
