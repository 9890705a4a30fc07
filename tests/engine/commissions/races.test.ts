// What happens at the same moment, and what breaks off halfway: nothing is decided beside a change, nothing is lost.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseOf, cases, casesOf, sittingOf, sittings } from '../../../engine/commissions/store.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../engine/commissions/use-cases/conclude-sitting.ts';
import { declareConflict } from '../../../engine/commissions/use-cases/declare-conflict.ts';
import { giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { reopenCase } from '../../../engine/commissions/use-cases/reopen-case.ts';
import { ruleOf, scoresOf } from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  codesOf,
  insisted,
  member,
  openStage,
  overseer,
  secretary,
  sitting,
  unwrap,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const item = (subject: string) => ({ subject, question: 'merit', connections: [], facts: [] });
const score = (id: string, n: number, first: number) =>
  insisted(() => giveScores(stage.ctx, by(member(n)), id, { scores: scoresOf(first, 3), isFinal: true }));

async function votedOn() {
  const place = await sitting(stage.ctx, ruleOf(), 4);
  const id = unwrap(await addCase(stage.ctx, by(secretary), place.sitting, item('a')));
  for (const n of [1, 2, 3]) unwrap(await score(id, n, 5));
  return { ...place, id };
}

it('counts a vote before the closing or refuses it after: never neither, never half', async () => {
  const { ctx } = stage;
  for (let round = 0; round < 6; round += 1) {
    const { id } = await votedOn();
    const [vote, closing, conflict] = await Promise.all([
      score(id, 4, 10),
      insisted(() => closeCase(ctx, by(secretary), id)),
      insisted(() => declareConflict(ctx, by(member(3)), id, { person: 'm3', reason: 'Kin' })),
    ]);
    unwrap(closing);
    const { decided } = await caseOf(ctx, id);
    const partOf = (person: string) =>
      decided?.parts.find((each) => each.person === person)?.part ?? 'recused';
    expect(partOf('m4')).toBe(vote.ok ? 'vote' : 'none');
    expect(partOf('m3')).toBe(conflict.ok ? 'recused' : 'vote');
  }
});

it('never leaves an open case in a concluded sitting', async () => {
  const { ctx } = stage;
  for (let round = 0; round < 6; round += 1) {
    const { id, sitting: at } = await votedOn();
    unwrap(await closeCase(ctx, by(secretary), id));
    const [concluded, reopened] = await Promise.all([
      insisted(() => concludeSitting(ctx, by(secretary), at)),
      insisted(() => reopenCase(ctx, by(overseer), id, 'A mistake')),
    ]);
    unwrap(reopened);
    expect(codesOf(concluded).filter((code) => code !== 'commissions.cases-open')).toEqual([]);
    expect([(await caseOf(ctx, id)).state, (await sittingOf(ctx, at)).state]).toEqual(['open', 'open']);
  }
});

it('finishes a reopening that broke off before the sitting, also by another command', async () => {
  const { ctx } = stage;
  const { id, sitting: at } = await votedOn();
  unwrap(await closeCase(ctx, by(secretary), id));
  unwrap(await concludeSitting(ctx, by(secretary), at));
  const command = by(overseer);
  unwrap(await reopenCase(ctx, command, id, 'A mistake'));
  // As if the process had died between the two writes.
  const before = {
    $set: { state: 'concluded', reopenings: [] },
    $pull: { applied: { cmd: `${command.id}/sitting` } },
  };
  await sittings.raw(ctx.db).updateOne({ _id: at } as never, before as never);
  unwrap(await reopenCase(ctx, by(overseer), id, 'A mistake'));
  expect((await sittingOf(ctx, at)).state).toBe('open');
});

it('makes a listed case’s document when the process died before it did', async () => {
  const { ctx } = stage;
  const { id, sitting: at } = await votedOn();
  const command = by(secretary);
  const second = unwrap(await addCase(ctx, command, at, item('b')));
  await cases.raw(ctx.db).deleteOne({ _id: second } as never);
  unwrap(await closeCase(ctx, by(secretary), id));
  expect(codesOf(await concludeSitting(ctx, by(secretary), at))).toEqual(['commissions.cases-open']);
  expect((await casesOf(ctx, at)).map(({ _id }) => _id)).toEqual([id, second].sort());
  await cases.raw(ctx.db).deleteOne({ _id: second } as never);
  expect(unwrap(await addCase(ctx, command, at, item('b')))).toBe(second);
  expect((await caseOf(ctx, second)).state).toBe('open');
});

it('lists a case once, whoever adds it, and not with other details', async () => {
  const { ctx } = stage;
  const { sitting: at } = await votedOn();
  const added = await Promise.all(
    [1, 2, 3].map(() => insisted(() => addCase(ctx, by(secretary), at, item('z')))),
  );
  expect(new Set(added.map(unwrap)).size).toBe(1);
  expect((await sittingOf(ctx, at)).docket.map(({ subject }) => subject)).toEqual(['a', 'z']);
  const other = { ...item('z'), connections: ['organisation:1'] };
  expect(codesOf(await addCase(ctx, by(secretary), at, other))).toEqual(['commissions.case-already']);
});
