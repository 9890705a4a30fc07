// The protocol: of its declared shape, in canonical bytes, with every text in each language; and what it says.
import { createHash } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Protocol } from '../../../engine/commissions/protocol-shape.ts';
import type { TieBreak } from '../../../engine/commissions/rule.ts';
import { seeProtocol } from '../../../engine/commissions/see.ts';
import { sittingOf } from '../../../engine/commissions/store.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../engine/commissions/use-cases/conclude-sitting.ts';
import { declareConflict } from '../../../engine/commissions/use-cases/declare-conflict.ts';
import { abstain, giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { canonicalJson } from '../../../engine/kernel/canonical.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import type { Text } from '../../../engine/kernel/message.ts';
import { plainText } from '../../../locales/texts.ts';
import {
  byRank,
  clarity,
  depth,
  poll,
  questionOf,
  ruleOf,
  scoresOf,
  yesOrNo,
} from '../../support/commissions/sample.ts';
import {
  by,
  type CommissionStage,
  member,
  openStage,
  operator,
  secretary,
  sitting,
  unwrap,
} from '../../support/commissions/stage.ts';

let stage: CommissionStage;
let kept: { readonly bytes: string; readonly hash: string; readonly protocol: Protocol };

const title = 'commissions:protocol.cases';
const tieBreaks: TieBreak[] = [
  { by: 'criterion', criterion: 'depth', prefer: 'higher' },
  { by: 'criterion', criterion: 'clarity', prefer: 'lower' },
  { by: 'top-scores', criterion: null },
  { by: 'top-scores', criterion: 'depth' },
  { by: 'fact', fact: 'since', title, of: 'text', prefer: 'higher' },
  { by: 'fact', fact: 'since', title, of: 'text', prefer: 'lower' },
  { by: 'lot' },
];
const rule = ruleOf({
  kinds: ruleOf().kinds.map((each) => ({ ...each, mustTakePart: each.id === 'authority' })),
  questions: [
    questionOf({ criteria: [depth, clarity, poll], decision: { ...byRank, places: 1, tieBreaks } }),
    yesOrNo('chair'),
  ],
});

beforeAll(async () => {
  stage = await openStage();
  const { ctx } = stage;
  const place = await sitting(ctx, rule, 4);
  for (const [subject, since] of [
    ['a', '2026-10-02'],
    ['b', '2026-10-01'],
  ]) {
    const facts = [
      { name: 'since', value: since ?? '' },
      { name: 'poll', value: 30 },
    ];
    const entry = { subject: subject ?? '', question: 'merit', connections: ['organisation:4'], facts };
    const id = unwrap(await addCase(ctx, by(secretary), place.sitting, entry));
    for (const n of [1, 2])
      unwrap(await giveScores(ctx, by(member(n)), id, { scores: scoresOf(7 + n, 3), isFinal: true }));
    unwrap(await abstain(ctx, by(member(3)), id));
    unwrap(await closeCase(ctx, by(secretary), id));
  }
  const question = { subject: 'a', question: 'yes-or-no', connections: [], facts: [] };
  const id = unwrap(await addCase(ctx, by(secretary), place.sitting, question));
  unwrap(
    await declareConflict(ctx, by(member(2)), id, { person: 'm2', reason: 'A cousin named in private' }),
  );
  for (const n of [1, 1, 4])
    unwrap(await giveScores(ctx, by(member(n)), id, { scores: [], verdict: 'for', isFinal: true }));
  unwrap(await closeCase(ctx, by(secretary), id));
  unwrap(await concludeSitting(ctx, by(secretary), place.sitting));
  const [conclusion] = (await sittingOf(ctx, place.sitting)).conclusions;
  const { protocol, hash } = unwrap(await seeProtocol(ctx, operator, place.sitting));
  kept = { bytes: conclusion?.protocol ?? '', hash, protocol };
});
afterAll(() => stage.close());

it('is of its declared shape, canonical, and known by its hash', () => {
  expect([...Compile(Protocol).Errors(kept.protocol)]).toEqual([]);
  expect(canonicalJson(kept.protocol)).toBe(kept.bytes);
  expect(createHash('sha256').update(kept.bytes).digest('hex')).toBe(kept.hash);
});

it('lists members and whom they stand for, scores, abstentions, recusals and what broke the tie', () => {
  const { composition, cases, rankings } = kept.protocol;
  expect(composition.members.map(({ person, represents, chairs }) => [person, represents, chairs])).toEqual([
    ['m1', 'Organisation 1', true],
    ['m2', 'Organisation 2', false],
    ['m3', 'Organisation 3', false],
    ['m4', 'Organisation 4', false],
  ]);
  const first = cases.list.find(({ subject, question }) => subject === 'a' && question === 'merit');
  expect(
    first?.voters.map(({ person, part, scores, total }) => [
      person,
      part.key.split('.').at(-1),
      scores.length,
      total?.shown ?? null,
    ]),
  ).toEqual([
    ['m1', 'vote', 2, '71.00'],
    ['m2', 'vote', 2, '77.00'],
    ['m3', 'abstention', 0, null],
  ]);
  expect(first?.recused.map(({ person, ground }) => [person, ground.key.split('.').at(-1)])).toEqual([
    ['m4', 'connection'],
  ]);
  expect(first?.total).toEqual({ exact: '74', shown: '74.00' });
  const [ranking] = rankings.list;
  expect(
    ranking?.rows.map(({ subject, rank, outcome, brokenBy }) => [
      subject,
      rank,
      outcome.key.split('.').at(-1),
      brokenBy?.params?.what ?? null,
    ]),
  ).toEqual([
    ['a', 1, 'awarded', null],
    ['b', 2, 'refused', 'commissions:protocol.tie-break.fact-higher'],
  ]);
  const asked = cases.list.find(({ question }) => question === 'yes-or-no');
  expect(asked?.outcome.key).toBe('commissions:protocol.outcome.awarded');
  expect(asked?.voters[0]?.note?.key).toBe('commissions:protocol.changed-after-final');
});

it('holds no reason that a member gave for a conflict', () => {
  expect(kept.bytes).not.toContain('cousin');
});

it('can be read in each language: every text is there and takes its parameters', () => {
  const texts = textsIn(kept.protocol);
  expect(texts.length).toBeGreaterThan(40);
  for (const language of languages)
    for (const each of texts) expect(plainText(each, language)).toMatch(/\S/u);
  const shown = texts.map((each) => plainText(each, 'en'));
  expect(shown).toContain('3 may vote, at least 2 must take part, 3 did.');
  expect(shown).toContain('2 votes');
  expect(shown).toContain('1 abstention');
  expect(shown).toContain('Placed after the one above by: the higher value of “Cases considered”.');
});

/** Everything in the protocol that is a text by key. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('key' in value && typeof value.key === 'string') return [value as Text];
  return Object.values(value).flatMap(textsIn);
}
