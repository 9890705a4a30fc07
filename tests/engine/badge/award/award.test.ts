// From the proposal of the centre's head to the badge: who may propose whom, the interview, the commission's two decisions,
// the certificate; and that the same badge is given once.
import { beforeEach, describe, expect, it } from 'vitest';
import { seeProtocol } from '../../../../engine/commissions/see.ts';
import { sittings } from '../../../../engine/commissions/store.ts';
import { leaveCommission } from '../../../../engine/commissions/use-cases/leave-commission.ts';
import { certificates } from '../../../../engine/documents/certificates/store.ts';
import { factWords } from '../../../../engine/documents/certificates/texts.ts';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { certificateOf } from '../../../../engine/programmes/badge/award/certificate.ts';
import { currentCommission } from '../../../../engine/programmes/badge/award/commission.ts';
import { awardOf } from '../../../../engine/programmes/badge/award/store.ts';
import { formAwardCommission } from '../../../../engine/programmes/badge/award/use-cases/commission.ts';
import {
  recordInterview,
  setInterview,
} from '../../../../engine/programmes/badge/award/use-cases/interviews.ts';
import { nominate } from '../../../../engine/programmes/badge/award/use-cases/nominate.ts';
import { settleSitting } from '../../../../engine/programmes/badge/award/use-cases/settle.ts';
import {
  concludeAwardSitting,
  openAwardSitting,
} from '../../../../engine/programmes/badge/award/use-cases/sittings.ts';
import { caseSeen } from '../../../../engine/programmes/badge/award/views/desk.ts';
import { ownAwards, privileges } from '../../../../engine/programmes/badge/award/views/laureate.ts';
import {
  nomineeCard,
  openNominees,
  proposable,
} from '../../../../engine/programmes/badge/award/views/nominees.ts';
import { participationOf } from '../../../../engine/programmes/badge/cases.ts';
import { signers } from '../../../../engine/programmes/badge/reference/signers.ts';
import { withdraw } from '../../../../engine/programmes/badge/withdraw.ts';
import { addEntry } from '../../../../engine/reference/entries.ts';
import {
  assessed,
  formedCommission,
  interviewed,
  LINK,
  newMember,
  newOperator,
  opinion,
  seated,
} from '../../../support/badge/commission.ts';
import {
  activeCentre,
  type Centre,
  newParticipant,
  participationIn,
} from '../../../support/badge/complete.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine();
const WORDS = 'Қатысушы күнделігін толық толтырды.';

let centre: Centre;
let operator: Actor;
let participant: Actor;
let id: string;

beforeEach(async () => {
  centre = await activeCentre(stage.ctx);
  operator = await newOperator(stage.ctx);
  participant = await newParticipant(stage.ctx, 'Айша Мысалова');
  id = await participationIn(stage.ctx, participant, { centre });
});

const propose = (by: Actor, of = id) => nominate(stage.ctx, newCommand(by), of, WORDS);

/** Proposed, interviewed, and before the commission that sits. */
async function sitting(): Promise<readonly Actor[]> {
  unwrap(await propose(centre.head));
  await stage.carryOn();
  const members = await formedCommission(stage.ctx, operator);
  await interviewed(stage, operator, members[0] as Actor, id);
  unwrap(await openAwardSitting(stage.ctx, newCommand(operator)));
  return members;
}

async function decided(award: 'for' | 'against', invitation: 'for' | 'against' = award) {
  const members = await sitting();
  for (const member of members) unwrap(await assessed(stage.ctx, member, id, opinion(award, invitation)));
  unwrap(await concludeAwardSitting(stage.ctx, newCommand(operator)));
  return stage.carryOn();
}

const keysTo = (told: Awaited<ReturnType<typeof decided>>['told'], person: string) =>
  told
    .filter(({ to }) => to === person)
    .flatMap(({ message }) => message.texts.map(({ key }) => key))
    .filter((key) => key !== 'common:programmes.heading');

describe('a proposal', () => {
  it('B-94: is the head’s of the centre; a mentor’s and another centre’s are refused', async () => {
    const other = await activeCentre(stage.ctx, '990340000127');
    expect(codesOf(await propose(centre.mentor))).toEqual(['common.not-allowed']);
    expect(codesOf(await propose(other.head))).toEqual(['badge-award.only-the-head-proposes']);
    expect(codesOf(await propose(participant))).toEqual(['common.not-allowed']);
    expect((await proposable(stage.ctx, centre.head)).map(({ name }) => name)).toEqual(['Айша Мысалова']);
    expect(await proposable(stage.ctx, other.head)).toEqual([]);
    unwrap(await propose(centre.head));
    const { told } = await stage.carryOn();
    expect((await participationOf(stage.ctx, id)).state).toBe('nominated');
    expect(keysTo(told, participant.id)).toEqual(['badge-award:notice.nominated']);
    expect(keysTo(told, operator.id)).toContain('badge-award:notice.staff-nominated');
    expect(codesOf(await propose(centre.head))).toEqual(['badge-award.nominated-already']);
  });

  it('B-95: of somebody whose level is not complete is refused', async () => {
    const other = await newParticipant(stage.ctx, 'Дана Мысалова');
    const active = await participationIn(stage.ctx, other, { centre, state: 'active' });
    expect(codesOf(await propose(centre.head, active))).toEqual(['badge-award.not-complete']);
    expect((await proposable(stage.ctx, centre.head)).map((each) => each.id)).toEqual([id]);
  });

  it('ends with the participation', async () => {
    const members = await sitting();
    unwrap(await withdraw(stage.ctx, newCommand(participant), id));
    await stage.carryOn();
    expect((await awardOf(stage.ctx, id)).state).toBe('withdrawn');
    expect(codesOf(await assessed(stage.ctx, members[0], id, opinion('for')))).toEqual([
      'commissions.case-closed',
    ]);
    expect(await openNominees(stage.ctx, operator)).toEqual([]);
  });
});

describe('an interview', () => {
  it('B-114: an award without one is refused; a member records it once its time has come', async () => {
    unwrap(await propose(centre.head));
    const members = await formedCommission(stage.ctx, operator);
    const [member] = members;
    expect(codesOf(await openAwardSitting(stage.ctx, newCommand(operator)))).toEqual([
      'badge-award.nobody-interviewed',
    ]);
    expect(codesOf(await assessed(stage.ctx, member, id, opinion('for')))).toEqual([
      'badge-award.interview-missing',
    ]);
    const held = () => recordInterview(stage.ctx, newCommand(member), id);
    expect(codesOf(await held())).toEqual(['badge-award.interview-missing']);
    const at = new Date(stage.clock.now().getTime() + 3_600_000);
    const set = (by: Actor) => setInterview(stage.ctx, newCommand(by), id, { at, link: LINK });
    expect(codesOf(await set(centre.head))).toEqual(['common.not-allowed']);
    unwrap(await set(operator));
    const { told } = await stage.carryOn();
    expect(keysTo(told, participant.id)).toContain('badge-award:notice.interview');
    expect(codesOf(await held())).toEqual(['badge-award.interview-to-come']);
    stage.clock.advance(3_600_000);
    expect(codesOf(await recordInterview(stage.ctx, newCommand(operator), id))).toEqual([
      'common.not-allowed',
    ]);
    unwrap(await held());
    expect((await awardOf(stage.ctx, id)).interview).toMatchObject({ heldBy: member?.id });
  });
});

describe('the commission', () => {
  it('B-113: does not decide without a representative of the education authority', async () => {
    unwrap(await propose(centre.head));
    const members = await formedCommission(stage.ctx, operator);
    await interviewed(stage, operator, members[0] as Actor, id);
    unwrap(await openAwardSitting(stage.ctx, newCommand(operator)));
    for (const member of members.slice(1)) unwrap(await assessed(stage.ctx, member, id, opinion('for')));
    const conclude = () => concludeAwardSitting(stage.ctx, newCommand(operator));
    expect(codesOf(await conclude())).toEqual(['commissions.kind-not-heard']);
    unwrap(await assessed(stage.ctx, members[0], id, opinion('for')));
    unwrap(await conclude());
  });

  it('B-113: does not even sit without one', async () => {
    unwrap(await propose(centre.head));
    const members = await formedCommission(stage.ctx, operator);
    await interviewed(stage, operator, members[0] as Actor, id);
    const commission = await currentCommission(stage.ctx);
    unwrap(await leaveCommission(stage.ctx, newCommand(members[0]), commission?._id ?? ''));
    await seated(stage.ctx, operator, await newMember(stage.ctx, 'another'), 'public');
    expect(codesOf(await openAwardSitting(stage.ctx, newCommand(operator)))).toContain(
      'commissions.kind-missing',
    );
  });

  it('B-105: is formed by the operator, and by nobody else', async () => {
    const form = (by: Actor) => formAwardCommission(stage.ctx, newCommand(by));
    expect(codesOf(await form(centre.head))).toEqual(['common.not-allowed']);
    unwrap(await form(operator));
    expect(codesOf(await form(operator))).toEqual(['common.already-done']);
  });

  it('B-115: assesses by criteria, each member blind to the others, and once', async () => {
    const members = await sitting();
    unwrap(await assessed(stage.ctx, members[0], id, opinion('for')));
    expect(codesOf(await assessed(stage.ctx, members[0], id, opinion('against')))).toEqual([
      'commissions.vote-final',
    ]);
    const tooMuch = { ...opinion('for'), scores: { results: 11, growth: 0, citizenship: 0, interview: 0 } };
    expect(codesOf(await assessed(stage.ctx, members[1], id, tooMuch))).toEqual(['commissions.off-scale']);
    expect((await caseSeen(stage.ctx, members[1] as Actor, id))?.ballots).toBeNull();
    expect((await caseSeen(stage.ctx, members[0] as Actor, id))?.ballots).toHaveLength(1);
  });

  it('B-116: decides on the award and on the invitation apart; both are recorded', async () => {
    await decided('for', 'against');
    const award = await awardOf(stage.ctx, id);
    expect(award).toMatchObject({ state: 'awarded', ceremony: null });
    expect(award.decision).toMatchObject({ awarded: true, invited: false, protocol: 1 });
    const [sat] = await sittings.on(stage.ctx.db).find({ commission: 'badge-award-2026' }).lean();
    const protocol = unwrap(await seeProtocol(stage.ctx, operator, sat?._id ?? ''));
    const outcomes = protocol.protocol.cases.list.map(({ question, outcome }) => [question, outcome.key]);
    expect(outcomes.sort()).toEqual([
      ['award', 'commissions:protocol.outcome.awarded'],
      ['invitation', 'commissions:protocol.outcome.refused'],
    ]);
  });

  it('members who belong to the centre, and the nominee, do not vote', async () => {
    unwrap(await propose(centre.head));
    const members = await formedCommission(stage.ctx, operator);
    const near = await newMember(stage.ctx, 'near', { role: 'mentor', scope: centre.scope });
    await seated(stage.ctx, operator, near, 'public');
    await interviewed(stage, operator, members[0] as Actor, id);
    unwrap(await openAwardSitting(stage.ctx, newCommand(operator)));
    expect(codesOf(await assessed(stage.ctx, near, id, opinion('for')))).toEqual(['commissions.recused']);
  });

  it('B-118: sees nominees only', async () => {
    const [member] = await formedCommission(stage.ctx, operator);
    expect(await openNominees(stage.ctx, member as Actor)).toEqual([]);
    await expect(nomineeCard(stage.ctx, member as Actor, id)).rejects.toMatchObject({ code: 'not-found' });
    unwrap(await propose(centre.head));
    expect((await openNominees(stage.ctx, member as Actor)).map((each) => each.id)).toEqual([id]);
    const card = await nomineeCard(stage.ctx, member as Actor, id);
    expect(card).toMatchObject({ name: 'Айша Мысалова', directions: ['sport'] });
    const outsider = await newMember(stage.ctx, 'not-seated');
    expect(await openNominees(stage.ctx, outsider)).toEqual([]);
    await expect(nomineeCard(stage.ctx, outsider, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a badge', () => {
  it('B-50: comes with a certificate signed by the administrator’s head, and the list of privileges', async () => {
    const head = { kk: 'Басқарма төрағасы', ru: 'Председатель правления', en: 'Chair of the Board' };
    unwrap(
      await addEntry(stage.ctx, signers, newCommand(operator), {
        id: 'chair',
        ...head,
        ...{ from: '2026-01-01' },
      }),
    );
    const { told } = await decided('for');
    expect((await participationOf(stage.ctx, id)).state).toBe('awarded');
    expect(keysTo(told, participant.id)).toEqual(
      expect.arrayContaining(['badge-award:notice.awarded', 'documents:notice.issued']),
    );
    const certificate = await certificates.on(stage.ctx.db).findById(certificateOf(id)).lean();
    expect(certificate).toMatchObject({ holderName: 'Айша Мысалова', state: 'issued' });
    const lines = factWords(certificate as never).map(({ name, value }) => [name, value('kk')]);
    expect(lines).toEqual([
      ['level', 'қола'],
      ['centre', 'Жас қадам орталығы'],
      ['signed-by', 'Басқарма төрағасы'],
    ]);
    expect(await ownAwards(stage.ctx, participant.id)).toMatchObject([{ certificate: certificateOf(id) }]);
    expect(privileges).toEqual(['education-grant', 'state-order', 'local-grants', 'mobility', 'other']);
  });

  it('B-51 and B-117: of one level is given once to a person; the next level is not refused', async () => {
    await decided('for');
    expect(codesOf(await propose(centre.head))).toEqual(['badge-award.awarded-already']);
    const { decision } = await awardOf(stage.ctx, id);
    await settleSitting(stage.ctx, decision?.sitting ?? '', 2);
    await stage.carryOn();
    expect(await certificates.on(stage.ctx.db).countDocuments({ holderId: participant.id })).toBe(1);
    expect((await awardOf(stage.ctx, id)).decision?.protocol).toBe(1);
    const silver = await participationIn(stage.ctx, participant, { centre, level: 'silver' });
    unwrap(await propose(centre.head, silver));
  });

  it('that was not awarded may be proposed again, and decided anew', async () => {
    const { told } = await decided('against');
    expect(keysTo(told, participant.id)).toEqual(['badge-award:notice.not-awarded']);
    expect((await participationOf(stage.ctx, id)).state).toBe('not-awarded');
    unwrap(await propose(centre.head));
    await stage.carryOn();
    expect(await awardOf(stage.ctx, id)).toMatchObject({ state: 'nominated', round: 2, interview: null });
  });
});
