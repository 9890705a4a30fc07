// The commissions of colleges and regions: whom they must have, who judges whom, and the protocol that comes of it.
import { beforeAll, expect, it } from 'vitest';
import type { Protocol } from '../../../engine/commissions/protocol-shape.ts';
import { seeCase, seeProtocol } from '../../../engine/commissions/see.ts';
import { type Case, casesOf, sittingOf } from '../../../engine/commissions/store.ts';
import { leaveCommission } from '../../../engine/commissions/use-cases/leave-commission.ts';
import { reopenCase } from '../../../engine/commissions/use-cases/reopen-case.ts';
import type { Words } from '../../../engine/documents/layout.ts';
import { renderPdf } from '../../../engine/documents/pdf/render.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { canonicalJson } from '../../../engine/kernel/canonical.ts';
import { text } from '../../../engine/kernel/message.ts';
import {
  commissionId,
  concludeStage,
  formStageCommission,
  nominationOf,
  type Place,
  putUpNominees,
  scoreNominee,
  standAside,
  waitingFor,
} from '../../../engine/programmes/contest/programme.ts';
import { protocolLayout } from '../../../engine/programmes/contest/protocols/layout.ts';
import {
  commissionAt,
  decideAt,
  kinds,
  scoreAll,
  seat,
  secretaryOf,
} from '../../support/contest/commission.ts';
import { codesOf, college, command, operator, person, unwrap } from '../../support/contest/people.ts';
import { standing } from '../../support/contest/stages.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('file', { start: '2026-09-10T06:00:00Z' });

const at = (stage: Place['stage'], where: string): Place => ({ edition: '2026', stage, at: where });

/** Colleges, each in a region of its own: no test meets another. */
const colleges = {
  youth: '10',
  ngo: '11',
  stakeholder: '15',
  tie: '23',
  order: '27',
  again: '31',
  others: '33',
  aside: '35',
};

beforeAll(async () => {
  for (const [id, region] of Object.entries(colleges)) await college(engine.ctx, id, region);
  await college(engine.ctx, 'order-b', '27');
  await college(engine.ctx, 'tie-b', '23');
});

const nomineesOf = (of: string, count: number, state: 'at-college' | 'sent' = 'at-college') =>
  standing(
    engine.ctx,
    count,
    { state, ...(state === 'sent' && { sentAt: engine.clock.now() }) },
    { college: of },
  );

it.each(kinds)(
  'C-14: without a representative of %s the commission of a college cannot decide',
  async (missing) => {
    const { ctx } = engine;
    const place = at('college', missing);
    const officer = secretaryOf(place);
    unwrap(await formStageCommission(ctx, command(officer), place));
    const others = kinds.filter((each) => each !== missing);
    for (const kind of [...others, 'education']) await seat(ctx, place, `${kind}-for-${missing}`, kind);
    await nomineesOf(missing, 1);
    expect(await putUpNominees(ctx, command(officer), place)).toMatchObject({
      ok: false,
      reasons: [{ code: 'commissions.kind-missing', params: { kind: missing } }],
    });
    await seat(ctx, place, `${missing}-at-last`, missing);
    unwrap(await putUpNominees(ctx, command(officer), place));
  },
);

it('C-24: a region whose NGO leaves before the decision cannot decide either', async () => {
  const { ctx } = engine;
  const place = at('region', colleges.ngo);
  await nomineesOf('ngo', 1, 'sent');
  const members = await commissionAt(ctx, place);
  unwrap(await putUpNominees(ctx, command(secretaryOf(place)), place));
  await scoreAll(ctx, place, members);
  unwrap(await leaveCommission(ctx, command(members[1]), commissionId(place)));
  const refusal = await concludeStage(ctx, command(secretaryOf(place)), place);
  expect(codesOf(refusal)).toContain('commissions.kind-missing');
  // Nothing was closed by the attempt.
  const [found] = await casesOf(ctx, (await sittingsOf(place))[0] ?? '');
  expect(found?.state).toBe('open');
});

const sittingsOf = async (place: Place): Promise<readonly string[]> =>
  (
    await engine.ctx.db
      .collection('commission_sittings')
      .find({ commission: commissionId(place) })
      .toArray()
  ).map(({ _id }) => String(_id));

it("C-41: a member of the nominee's college is left out for that nominee, and judges the others", async () => {
  const { ctx } = engine;
  const place = at('region', colleges.tie);
  const [own = ''] = await nomineesOf('tie', 1, 'sent');
  const [other = ''] = await nomineesOf('tie-b', 1, 'sent');
  const members = await commissionAt(ctx, place);
  const teacher = await seat(ctx, place, 'teacher', 'education', ['college:tie']);
  const sitting = unwrap(await putUpNominees(ctx, command(secretaryOf(place)), place));
  const cases = new Map((await casesOf(ctx, sitting)).map((each) => [each.subject, each]));
  const scores = [
    { criterion: 'study', score: 5 },
    { criterion: 'achievements', score: 5 },
    { criterion: 'community', score: 5 },
    { criterion: 'personality', score: 5 },
  ];
  const give = (id: string) => scoreNominee(ctx, command(teacher), cases.get(id)?._id ?? '', scores);
  expect(codesOf(await give(own))).toEqual(['commissions.recused']);
  expect(codesOf(await give(other))).toEqual([]);
  expect((await waitingFor(ctx, teacher)).map(({ subject }) => subject)).toEqual([]);
  await scoreAll(ctx, place, members);
  unwrap(await concludeStage(ctx, command(secretaryOf(place)), place));
  const kept = unwrap(await seeProtocol(ctx, secretaryOf(place), sitting));
  const listed = kept.protocol.cases.list.find(({ subject }) => subject === own);
  expect(listed?.recused).toEqual([
    { person: 'teacher', ground: { key: 'commissions:protocol.recused.connection' } },
  ]);
  expect(listed?.voters.map(({ person: id }) => id)).not.toContain('teacher');
});

it('C-41: a member who is not free to judge stands aside, with a reason', async () => {
  const { ctx } = engine;
  const place = at('college', 'aside');
  await nomineesOf('aside', 1);
  const members = await commissionAt(ctx, place);
  const fourth = await seat(ctx, place, 'uncle', 'education');
  const sitting = unwrap(await putUpNominees(ctx, command(secretaryOf(place)), place));
  const [found] = await casesOf(ctx, sitting);
  unwrap(await standAside(ctx, command(fourth), found?._id ?? '', 'Туысым'));
  expect(await waitingFor(ctx, fourth)).toEqual([]);
  await scoreAll(ctx, place, members);
  unwrap(await concludeStage(ctx, command(secretaryOf(place)), place));
});

it('C-42: the protocol lists members and whom they represent, scores, quota and decision', async () => {
  const { ctx } = engine;
  const place = at('college', 'again');
  const ids = await nomineesOf('again', 4);
  const members = await commissionAt(ctx, place);
  const sitting = await decideAt(ctx, place, members, (id) => ids.indexOf(id) + 1);
  const { protocol, number } = unwrap(await seeProtocol(ctx, secretaryOf(place), sitting));
  expect(number).toBe(1);
  expect(protocol.composition.members.map(({ represents, kind }) => [kind.key, represents])).toEqual([
    ['contest:kind.ngo', '«ngo» ұйымы'],
    ['contest:kind.stakeholder', '«stakeholder» ұйымы'],
    ['contest:kind.youth', '«youth» ұйымы'],
  ]);
  expect(protocol.cases.list[0]?.voters[0]?.scores).toHaveLength(4);
  expect(protocol.rule.questions[0]?.lines).toContainEqual({
    key: 'commissions:protocol.rule.places',
    params: { count: 3 },
  });
  const rows = protocol.rankings.list[0]?.rows ?? [];
  expect(rows.map(({ subject, outcome }) => [subject, outcome.key.split('.').at(-1)])).toEqual([
    [ids[3], 'awarded'],
    [ids[2], 'awarded'],
    [ids[1], 'awarded'],
    [ids[0], 'refused'],
  ]);
});

it('C-42: decided once; what is decided anew is a new protocol, which names the one before', async () => {
  const { ctx } = engine;
  const place = at('college', 'again');
  const [sitting = ''] = await sittingsOf(place);
  const cases = await casesOf(ctx, sitting);
  const first = cases.find(({ state }) => state === 'closed') as Case;
  expect(codesOf(await concludeStage(ctx, command(secretaryOf(place)), place))).toEqual([
    'contest.no-sitting',
  ]);
  expect(codesOf(await reopenCase(ctx, command(secretaryOf(place)), first._id, 'Қате ұпай'))).toEqual([
    'common.not-allowed',
  ]);
  unwrap(await reopenCase(ctx, command(operator), first._id, 'Қате ұпай'));
  await engine.carryOn();
  expect((await nominationOf(ctx, first.subject)).state).toBe('at-college');
  const members = kinds.map((kind) => person(`${kind}-college-again`));
  await scoreAll(ctx, place, members, () => 5);
  unwrap(await concludeStage(ctx, command(secretaryOf(place)), place));
  const { number, protocol } = unwrap(await seeProtocol(ctx, secretaryOf(place), sitting));
  expect(number).toBe(2);
  expect(protocol.replaces?.reopened).toEqual([{ case: first._id, reason: 'Қате ұпай' }]);
  expect((await sittingOf(ctx, sitting)).conclusions).toHaveLength(2);
  expect((await nominationOf(ctx, first.subject)).placings.college).toMatchObject({
    protocol: 2,
    awarded: true,
  });
});

it('C-43: it is refused that a member sees nominees outside their stage and region', async () => {
  const { ctx } = engine;
  const place = at('college', 'others');
  await nomineesOf('others', 1);
  const [member] = await commissionAt(ctx, place);
  const sitting = unwrap(await putUpNominees(ctx, command(secretaryOf(place)), place));
  const [found] = await casesOf(ctx, sitting);
  const seenBy = (actor: Actor) => seeCase(ctx, actor, found?._id ?? '');
  expect((await seenBy(member ?? person('nobody'))).ok).toBe(true);
  for (const outsider of [
    person('youth-college-again'),
    person('youth-region-11'),
    person('somebody'),
    operator,
  ])
    expect(codesOf(await seenBy(outsider))).toEqual(['common.not-allowed']);
  expect((await waitingFor(ctx, person('youth-college-again'))).map(({ _id }) => _id)).not.toContain(
    found?._id,
  );
});

it('C-42: the protocol is the same to the byte, its PDF as well, whatever the order in which scores arrive', async () => {
  const { clock } = engine;
  const written: string[] = [];
  // The same nominees, scores and members in two sittings; the second in the opposite order.
  const start = clock.now();
  for (const order of [1, -1]) {
    clock.set(start);
    const stage = withSame(order);
    written.push(await stage);
    clock.set(start);
  }
  expect(written[1]).toBe(written[0]);
});

async function withSame(order: number): Promise<string> {
  const { ctx, clock } = engine;
  const where = order === 1 ? 'order' : 'order-b';
  const place = at('college', where);
  unwrap(await formStageCommission(ctx, command(secretaryOf(place)), place));
  const members: Actor[] = [];
  for (const kind of kinds) members.push(await seat(ctx, place, `same-${kind}`, kind));
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    clock.advance(1_000);
    ids.push(...(await nomineesOf(where, 1)));
  }
  const sitting = unwrap(await putUpNominees(ctx, command(secretaryOf(place)), place));
  const cases = await casesOf(ctx, sitting);
  const votes = cases.flatMap((each) => members.map((member) => ({ each, member })));
  const arriving = order === 1 ? votes : [...votes].reverse();
  for (const { each, member } of arriving) {
    clock.advance(1_000);
    const base = ids.indexOf(each.subject) + members.indexOf(member);
    const scores = ['study', 'achievements', 'community', 'personality'].map((criterion, n) => ({
      criterion,
      score: (base + n) % 6,
    }));
    unwrap(await scoreNominee(ctx, command(member), each._id, scores));
  }
  unwrap(await concludeStage(ctx, command(secretaryOf(place)), place));
  const { protocol } = unwrap(await seeProtocol(ctx, secretaryOf(place), sitting));
  // Ids differ between two sittings; nothing else may.
  const named = [place.at, sitting, ...ids];
  const plain = named.reduce((text, id, n) => text.replaceAll(id, `<${n}>`), canonicalJson(protocol));
  const { cases: listed, ...rest } = JSON.parse(plain) as { cases: { list: { subject: string }[] } };
  const inOrder = [...listed.list].sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const same = { ...rest, cases: { ...listed, list: inOrder } } as unknown as Protocol;
  return `${canonicalJson(same)} ${await pdfOf(same)}`;
}

/** In words that are no language's: what is drawn is all of the protocol. */
async function pdfOf(protocol: Protocol): Promise<string> {
  const nominees = new Map(protocol.cases.list.map(({ subject }) => [subject, `Үміткер ${subject}`]));
  const people = new Map(protocol.composition.members.map(({ person: id }) => [id, `Мүше ${id}`]));
  const head = { year: 2026, place: text('contest-protocol:place.republic'), hash: '0'.repeat(64) };
  const layout = protocolLayout(protocol, head, { people, nominees, criteria: new Map() });
  const say = (words: Words) => (typeof words === 'string' ? words : canonicalJson(words));
  return (await renderPdf(layout, say, new Date('2026-09-30T00:00:00Z'))).toString('base64');
}
