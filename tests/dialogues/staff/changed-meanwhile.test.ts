// What changed after its reader saw it is not decided: they are shown how it stands now, in the place of what they tapped, and decide
// on that.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stageMedia } from '../../../engine/media/store.ts';
import { organisationOf } from '../../../engine/organisations/accreditation.ts';
import { giveDocuments } from '../../../engine/organisations/documents.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import { sendReport, settlePayout } from '../../../engine/programmes/credit/programme.ts';
import { BIN, type Cast, command, confirmedHours, openCast, startedCredit, value } from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.stage.close());

const PAPER = { name: 'Жарғы.pdf', mime: 'application/pdf' };

it('a card: a document came after it was shown', async () => {
  const { ctx } = cast.stage;
  await cast.stage.carryOn();
  const { accreditor } = cast.chats;
  const card = accreditor.shown.at(-1);
  const { headId: person } = await organisationOf(ctx, BIN);
  const secret = await openSecureForm(ctx, { kind: 'documents-form', person, about: { organisation: BIN } });
  value(await giveDocuments(ctx, secret, [await stageMedia(ctx, PAPER, [Buffer.from('%PDF-1.7\n')])]));
  await cast.stage.carryOn();
  const turn = await accreditor.tap('org.accredit', card);
  expect(accreditor.keys.slice(0, 2)).toEqual(['reviews:changed', 'organisations:card.accreditation']);
  expect(turn.replies.at(-1)?.place).toBe('tapped');
  expect((await organisationOf(ctx, BIN)).accreditation).toBe('applied');
  // The card that came instead names the version that stands.
  await accreditor.tap('org.accredit');
  expect((await organisationOf(ctx, BIN)).accreditation).toBe('accredited');
});

it('an open question: somebody else was faster while it was being answered', async () => {
  const { ctx } = cast.stage;
  const creditId = await startedCredit(cast);
  await confirmedHours(cast);
  value(await sendReport(ctx, command(cast.student), { text: 'Есеп мәтіні', media: [] }));
  await cast.stage.carryOn();
  await cast.chats.head.tap(`credit.report-approve:${creditId}`);
  await cast.chats.head.tap('yes');
  await cast.stage.carryOn();
  const { centre } = cast.chats;
  await centre.tap('credit.payout-paid');
  await centre.say('ПП-000123');
  const other = { ...(await cast.actor('centre')), id: 'another' };
  value(await settlePayout(ctx, command(other), { creditId, paid: false, reason: 'Шот жабылған' }));
  await centre.tap('yes');
  expect(centre.keys[0]).toBe('reviews:changed');
  expect(centre.keys).toContain('credit-staff:result.payout.failed');
  const payout = await ctx.db.collection('credit_payouts').findOne({ _id: creditId as never });
  expect(payout?.state).toBe('failed');
});
