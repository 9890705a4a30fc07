// Letters between the roles: the mentor's final note and the expert's conclusion to the regional coordinator, the
// coordinator's letter to the operator.
import type { Command } from '../../../kernel/actor.ts';
import { holds, scopesOf } from '../../../kernel/actor.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { holdersOf } from '../../../people/reach.ts';
import { create } from '../../../store/command.ts';
import type { StoreContext } from '../../../store/context.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { isOperator } from '../rights.ts';
import { refuseUnlessActing } from './acting.ts';
import { letterSent } from './events.ts';
import { coordinatorsOf, isExpert, oversees, regionsOfStaff, seesParticipation } from './reach.ts';
import { type Letter, letters } from './store.ts';

type Body = { readonly text: string; readonly media?: readonly string[] };

/** On a participant, when the level has ended: what became of them, and what is recommended (B-66). */
export async function writeFinalNote(
  ctx: EngineContext,
  command: Command,
  note: Body & { readonly participation: string; readonly recommendation: string },
): Promise<Result<string>> {
  const participation = await participationOf(ctx, note.participation);
  const barred = await refuseUnlessActing(ctx, command.actor, participation);
  if (barred) return barred;
  if (['applied', 'refused', 'accepted', 'active'].includes(participation.state))
    return refused('badge-mentor.note-too-early');
  const { participation: subject, ...written } = note;
  return send(ctx, command, { kind: 'final-note', region: participation.region, subject, ...written });
}

/** On a problem with a participant or a mentor of theirs (B-77). */
export async function writeConclusion(
  ctx: EngineContext,
  command: Command,
  conclusion: Body & ({ readonly participation: string } | { readonly mentor: string }),
): Promise<Result<string>> {
  const { actor } = command;
  if (!isExpert(actor)) return refused('common.not-allowed');
  if ('participation' in conclusion) {
    const participation = await participationOf(ctx, conclusion.participation);
    if (!(await seesParticipation(ctx, actor, participation))) return refused('common.not-allowed');
    const { _id: subject, region } = participation;
    return send(ctx, command, { kind: 'conclusion', region, subject, recommendation: null, ...conclusion });
  }
  const { mentor: subject } = conclusion;
  if (!(await oversees(ctx, actor, subject))) return refused('common.not-allowed');
  const [region = ''] = await regionsOfStaff(ctx, subject);
  return send(ctx, command, { kind: 'conclusion', region, subject, recommendation: null, ...conclusion });
}

/** On facts that endanger the portal's work in the region (B-86). */
export async function writeToOperator(
  ctx: EngineContext,
  command: Command,
  letter: Body & { readonly region: string },
): Promise<Result<string>> {
  const { region } = letter;
  if (!holds(command.actor, 'regional-coordinator', `region:${region}`)) return refused('common.not-allowed');
  return send(ctx, command, { kind: 'letter', subject: null, recommendation: null, ...letter });
}

async function send(
  ctx: EngineContext,
  command: Command,
  {
    kind,
    region,
    subject,
    recommendation,
    text,
    media = [],
  }: Body & Pick<Letter, 'kind' | 'region' | 'subject' | 'recommendation'>,
): Promise<Result<string>> {
  if (text.trim() === '') return refused('badge-mentor.letter-empty');
  const id = derivedId(`badge letter ${command.id}`);
  await create(ctx, letters, id, command, {
    action: `${kind} sent`,
    set: {
      ...{ kind, region, subject, recommendation, from: command.actor.id },
      ...{ text: text.trim(), media: [...media], at: ctx.clock.now() },
    },
    events: [letterSent({ letter: id })],
    result: id,
    details: { kind, region, subject },
  });
  return ok(id);
}

/** Who gets a letter. */
export const addresseesOf = (ctx: StoreContext, { kind, region }: Letter): Promise<readonly string[]> =>
  kind === 'letter' ? holdersOf(ctx, 'operator', 'all') : coordinatorsOf(ctx, region);

/** What was sent to the actor as coordinator or operator: newest first. */
export async function lettersTo(
  ctx: EngineContext,
  { actor }: Pick<Command, 'actor'>,
  most: number,
): Promise<readonly Letter[]> {
  const regions = scopesOf(actor, 'regional-coordinator').map((scope) => scope.slice('region:'.length));
  const mine = [
    ...(isOperator(actor) ? [{ kind: 'letter' }] : []),
    ...regions.flatMap((region) => [
      { kind: 'final-note', region },
      { kind: 'conclusion', region },
    ]),
  ];
  if (mine.length === 0) return [];
  return letters
    .on(ctx.db)
    .find({ $or: mine } as never)
    .sort({ at: -1 })
    .limit(most)
    .lean() as unknown as Promise<Letter[]>;
}
