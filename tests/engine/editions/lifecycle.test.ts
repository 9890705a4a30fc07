// The life of a change of rules: drafted, judged, approved by another, published from a day, rolled back; never altered.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSameHand } from '../../../engine/access/same-hand.ts';
import { approveDraft, returnDraft, submitDraft } from '../../../engine/editions/approval.ts';
import { editionOf, newestEdition } from '../../../engine/editions/current.ts';
import { read } from '../../../engine/editions/draft-content.ts';
import { editDraft, openDraft, withdrawDraft } from '../../../engine/editions/drafts.ts';
import { followRules } from '../../../engine/editions/live-rules.ts';
import { publishDraft } from '../../../engine/editions/publish.ts';
import { rollBack } from '../../../engine/editions/rollback.ts';
import { ruleDrafts, rulePublications } from '../../../engine/editions/store.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { addDays } from '../../../engine/kernel/calendar.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { people } from '../../../engine/people/store.ts';
import { raisedHours } from '../../support/credit/raised-hours.ts';
import {
  aigul,
  bolat,
  drafted,
  draftNow,
  type EditionStage,
  FROM,
  openStage,
  published,
  SET,
  student,
  TODAY,
  unwrap,
  wish,
} from './stage.ts';

let stage: EditionStage;
beforeEach(async () => {
  stage = await openStage();
}, 60_000);
afterEach(() => stage.close());

const raise = (content: Parameters<typeof raisedHours>[0]) => raisedHours(content, FROM);
const facts = (confirmed: number) => ({
  'credit.targetHours': 20,
  'credit.confirmedMinutes': confirmed,
  'credit.headApprovedReport': true,
  'credit.organisationAccredited': true,
});

describe('a published draft', () => {
  it('changes what is decided from its day and nothing before, in a process that runs', async () => {
    const { ctx } = stage;
    const live = await followRules(ctx.db);
    const judged = async (on: string) => (await live.book.evaluate(SET, on, facts(1200))).outcome;
    expect([await judged(addDays(FROM, -1)), await judged(FROM)]).toEqual(['met', 'met']);
    expect(await published(ctx, raise)).toBe(1);
    await live.refresh();
    expect([await judged(addDays(FROM, -1)), await judged(FROM)]).toEqual(['met', 'notMet']);
    live.stop();
  });

  it('is an edition that names its makers, and that no call changes', async () => {
    const { ctx } = stage;
    await published(ctx, raise);
    const before = await rulePublications.on(ctx.db).findById('credit:1').lean();
    expect(before).toMatchObject({
      ...{ number: 1, set: SET, from: FROM, authors: ['person:operator-aigul'] },
      ...{ approvedBy: 'person:operator-bolat', publishedBy: 'person:operator-aigul' },
    });
    const id = before?.draft ?? '';
    const { v, content } = await draftNow(ctx, id);
    const refusals = [
      await editDraft(ctx, wish(aigul), id, v, { content: read(content) }),
      await withdrawDraft(ctx, wish(aigul), id),
      await returnDraft(ctx, wish(bolat), id),
      await submitDraft(ctx, wish(aigul), id),
      await approveDraft(ctx, wish(bolat), id, v),
      await publishDraft(ctx, wish(bolat), id),
    ];
    expect(refusals.map(({ ok }) => ok)).toEqual(Array(6).fill(false));
    expect(await rulePublications.on(ctx.db).findById('credit:1').lean()).toEqual(before);
  });

  it('leaves earlier editions readable, the shipped one too', async () => {
    const { ctx } = stage;
    await published(ctx, raise);
    const values = async (number: number) =>
      (await editionOf(ctx, 'credit', number)).parameters.requiredMinutes?.values.length;
    expect([await values(0), await values(1)]).toEqual([1, 2]);
    await expect(editionOf(ctx, 'credit', 2)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is one edition, whoever publishes at the same time', async () => {
    const { ctx } = stage;
    const id = await drafted(ctx, raise);
    unwrap(await submitDraft(ctx, wish(aigul), id));
    unwrap(await approveDraft(ctx, wish(bolat), id, (await draftNow(ctx, id)).v));
    const [one, other] = await Promise.allSettled([
      publishDraft(ctx, wish(aigul), id),
      publishDraft(ctx, wish(bolat), id),
    ]);
    expect([one?.status, other?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(await rulePublications.on(ctx.db).countDocuments()).toBe(1);
    expect(await draftNow(ctx, id)).toMatchObject({ state: 'published', edition: 1 });
  });
});

describe('four eyes', () => {
  it('are not the two accounts, sessions and keys of one person', async () => {
    const { ctx } = stage;
    const id = await drafted(ctx, raise);
    unwrap(await submitDraft(ctx, wish(aigul), id));
    const made = { name: 'Мысал', language: 'ru', region: null, student: null, consents: [] } as const;
    const account = async (chat: string, phone: string | null) =>
      unwrap(
        await registerPerson(ctx, wish(systemActor), {
          ...{ ...made, chat: `staff.telegram.${chat}`, phone, consents: [], grants: [...aigul.grants] },
        }),
      );
    const first = await account('first', '+77010000001');
    const [merged, called, other] = [
      await account('m', null),
      await account('c', '+77010000001'),
      await account('o', null),
    ];
    await people.raw(ctx.db).updateOne({ _id: merged } as never, {
      $set: { merged: { to: first, at: ctx.clock.now(), chats: [] } },
    });
    const same = (one: string, two: string) => isSameHand(ctx, `person:${one}`, `person:${two}`);
    expect([await same(first, merged), await same(merged, first), await same(first, called)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([await same(first, other), await same(merged, other)]).toEqual([false, false]);
    await ruleDrafts.on(ctx.db).updateOne({ _id: id }, { $set: { authors: [`person:${first}`] } });
    const approval = async (person: string) =>
      approveDraft(ctx, wish({ ...aigul, id: person }), id, (await draftNow(ctx, id)).v);
    for (const own of [first, merged, called])
      expect(await approval(own)).toMatchObject({ reasons: [{ code: 'rules.own-draft' }] });
    expect(await approval(other)).toMatchObject({ ok: true });
  });

  it('are two people’s: nobody approves what they opened, edited or submitted', async () => {
    const { ctx } = stage;
    const id = await drafted(ctx, raise);
    unwrap(await submitDraft(ctx, wish(aigul), id));
    const approval = async (actor: typeof aigul) =>
      approveDraft(ctx, wish(actor), id, (await draftNow(ctx, id)).v);
    expect(await approval(aigul)).toMatchObject({ reasons: [{ code: 'rules.own-draft' }] });
    const { v } = await draftNow(ctx, id);
    unwrap(await editDraft(ctx, wish(bolat), id, v, { reason: 'Bolat had a hand in it' }));
    unwrap(await submitDraft(ctx, wish(aigul), id));
    expect(await approval(bolat)).toMatchObject({ reasons: [{ code: 'rules.own-draft' }] });
  });

  it('see what they approve: an edit takes the approval back', async () => {
    const { ctx } = stage;
    const id = await drafted(ctx, raise);
    unwrap(await submitDraft(ctx, wish(aigul), id));
    const { v } = await draftNow(ctx, id);
    unwrap(await approveDraft(ctx, wish(bolat), id, v));
    unwrap(await editDraft(ctx, wish(aigul), id, v + 1, { reason: 'On second thoughts' }));
    expect(await draftNow(ctx, id)).toMatchObject({ state: 'draft', approved: null, submitted: null });
    expect(await publishDraft(ctx, wish(bolat), id)).toMatchObject({
      reasons: [{ code: 'rules.draft-not-approved' }],
    });
  });

  it('approve the version before them, and no other', async () => {
    const { ctx } = stage;
    const id = await drafted(ctx, raise);
    unwrap(await submitDraft(ctx, wish(aigul), id));
    const { v } = await draftNow(ctx, id);
    await expect(approveDraft(ctx, wish(bolat), id, v - 1)).rejects.toMatchObject({
      code: 'version-conflict',
    });
  });

  it('are operators', async () => {
    const { ctx } = stage;
    const id = await drafted(ctx, raise);
    const tries = [
      openDraft(ctx, wish(student), SET),
      editDraft(ctx, wish(student), id, 1, {}),
      submitDraft(ctx, wish(student), id),
      approveDraft(ctx, wish(student), id, 1),
      publishDraft(ctx, wish(student), id),
      withdrawDraft(ctx, wish(student), id),
      rollBack(ctx, wish(student), SET, { to: 0, from: FROM }),
    ];
    for (const each of await Promise.allSettled(tries))
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
  });
});

describe('a draft that is not ready', () => {
  const untouched = (content: Parameters<typeof raisedHours>[0]) => content;
  const cases = [
    ['without a day', raise, null, 'rules.draft-without-day'],
    ['from a day that is past', raise, addDays(TODAY, -1), 'rules.draft-in-the-past'],
    ['that changes nothing', untouched, FROM, 'rules.draft-unchanged'],
    [
      'with a new figure that no case tries',
      (c: never) => raisedHours(c, FROM, { cases: false }),
      FROM,
      'rules.draft-untried',
    ],
    ['whose cases fail', (c: never) => broken(raise(c)), FROM, 'rules.draft-cases-fail'],
    ['with a fault', (c: never) => faulty(raise(c)), FROM, 'rules.draft-faults'],
    ['that changes days before its own', raise, addDays(FROM, 1), 'rules.draft-changes-past'],
  ] as const;
  it.each(cases)('%s is not submitted', async (_, change, from, code) => {
    const id = await drafted(stage.ctx, change as never, from);
    expect(await submitDraft(stage.ctx, wish(aigul), id)).toMatchObject({ ok: false, reasons: [{ code }] });
    expect(await draftNow(stage.ctx, id)).toMatchObject({ state: 'draft' });
  });

  it('because another was published meanwhile goes no further, at any step', async () => {
    const { ctx } = stage;
    const late = await drafted(ctx, raise);
    unwrap(await submitDraft(ctx, wish(aigul), late));
    await published(ctx, raise);
    const { v } = await draftNow(ctx, late);
    expect(await approveDraft(ctx, wish(bolat), late, v)).toMatchObject({
      reasons: [{ code: 'rules.draft-outdated', params: { base: 0, newest: 1 } }],
    });
  });

  function broken(content: ReturnType<typeof raise>) {
    const [first, ...rest] = content.cases[SET] ?? [];
    if (!first) throw new Error('no cases');
    const wrong = { ...first, expect: { outcome: 'notMet' as const } };
    return { ...content, cases: { ...content.cases, [SET]: [wrong, ...rest] } };
  }
  const faulty = (content: ReturnType<typeof raise>) => ({
    ...content,
    set: { ...content.set, id: 'credit.else' },
  });
});

describe('rolling back', () => {
  it('makes the earlier content hold again from a day, by the way of every draft', async () => {
    const { ctx } = stage;
    await published(ctx, raise);
    const again = addDays(FROM, 59);
    const id = unwrap(
      await rollBack(ctx, wish(bolat), SET, { to: 0, from: again, reason: 'It was too much' }),
    );
    const { v, content } = await draftNow(ctx, id);
    const back = raisedHours(read(content), again, { minutes: { '20': 1200, '50': 3000 }, until: 1500 });
    const withCases = { ...read(content), cases: back.cases };
    unwrap(await editDraft(ctx, wish(bolat), id, v, { content: withCases }));
    unwrap(await submitDraft(ctx, wish(bolat), id));
    unwrap(await approveDraft(ctx, wish(aigul), id, (await draftNow(ctx, id)).v));
    expect(unwrap(await publishDraft(ctx, wish(bolat), id))).toBe(2);
    const live = await followRules(ctx.db);
    const days = [addDays(FROM, -1), FROM, addDays(again, -1), again, '2030-01-01'];
    const outcomes = await Promise.all(
      days.map(async (on) => (await live.book.evaluate(SET, on, facts(1200))).outcome),
    );
    expect(outcomes).toEqual(['met', 'notMet', 'notMet', 'met', 'met']);
    live.stop();
  });

  it('before the change began takes it out altogether', async () => {
    const { ctx } = stage;
    await published(ctx, raise);
    const id = unwrap(await rollBack(ctx, wish(bolat), SET, { to: 0, from: addDays(FROM, -10) }));
    const { content } = await draftNow(ctx, id);
    expect(read(content).parameters).toEqual((await editionOf(ctx, 'credit', 0)).parameters);
    expect((await newestEdition(ctx, 'credit')).number).toBe(1);
  });
});
