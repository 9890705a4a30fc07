// The rights over one's data in the badge programme: the copy, the end of a consent, the erasure.
import { expect, it } from 'vitest';
import { DAY } from '../../../../engine/kernel/clock.ts';
import { participationOf } from '../../../../engine/programmes/badge/programme.ts';
import { participations } from '../../../../engine/programmes/badge/store.ts';
import { endUnconsented } from '../../../../engine/programmes/badge/unconsented.ts';
import { askErasure, finishErasures } from '../../../../engine/programmes/erasure.ts';
import { personalRecord } from '../../../../engine/programmes/record.ts';
import {
  newBadgeStaff,
  newGuardian,
  newParticipant,
  newYoungPerson,
  talkNotes,
} from '../../../support/badge/cast.ts';
import { newCommand, unwrap } from '../../../support/credit/cast.ts';
import { dumpOf, traces } from '../../../support/dump.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';
import { carryOn } from '../../../support/transcript/carry-on.ts';

const stage = withEngine();

/** What nobody but the participant brought: name, page, what the mentor noted. */
const WORDS = ['Өшірілмес Сынақова', 'Мысал көшесі, 7', 'Тауға шығуды', 'Домбыра', talkNotes.residence];

async function participating() {
  const { ctx } = stage;
  const staff = await newBadgeStaff(ctx);
  const person = await newYoungPerson(ctx, 'Өшірілмес Сынақова', '2000-01-01');
  const id = await newParticipant(ctx, person, staff);
  await carryOn(ctx);
  return { staff, person, id };
}

it('gives the person everything that is kept, also what is sealed', async () => {
  const { person } = await participating();
  const record = JSON.stringify(await personalRecord(stage.ctx, person.id));
  for (const word of [...WORDS.slice(1), talkNotes.health]) expect(record).toContain(word);
});

it('erases every word of the person; level and dates stay', async () => {
  const { ctx } = stage;
  const { person, id } = await participating();
  expect(traces(await dumpOf(ctx.db), WORDS)).not.toEqual([]);
  unwrap(await askErasure(ctx, newCommand(person), person.id));
  await finishErasures(ctx);
  await carryOn(ctx);
  await finishErasures(ctx);
  expect(traces(await dumpOf(ctx.db), WORDS)).toEqual([]);
  const stub = await participationOf(ctx, id);
  expect([stub.level, stub.state, stub.talk?.sealedHealth]).toEqual(['bronze', 'withdrawn', '']);
});

it('B-56: ends what runs without a live consent, and leaves a minor’s application that waits for one', async () => {
  const { ctx, clock } = stage;
  const { staff, id } = await participating();
  const minor = await newYoungPerson(ctx, 'minor', '2010-03-01');
  const guardian = await newGuardian(ctx, minor, 'guardian');
  const accepted = await newParticipant(ctx, minor, staff, 'bronze', guardian);
  await participations.on(ctx.db).updateOne({ _id: accepted }, { $set: { state: 'applied' } } as never);
  clock.advance(5 * 365 * DAY + DAY);
  await endUnconsented(ctx);
  expect((await participationOf(ctx, id)).state).toBe('withdrawn');
  expect((await participationOf(ctx, accepted)).state).toBe('applied');
});
