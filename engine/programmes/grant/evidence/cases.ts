// Finding a piece of evidence, and where else the same file or link was sent.
import { trusted } from 'mongoose';
import { AppError } from '../../../kernel/errors.ts';
import type { StoreContext } from '../../../store/context.ts';
import type { Piece } from '../progress/piece.ts';
import { countedStates } from '../states.ts';
import { type GrantEvidence, grantEvidence } from '../store.ts';

export async function evidenceOf(ctx: StoreContext, id: string): Promise<GrantEvidence> {
  const found = await grantEvidence.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `evidence ${id} does not exist`);
  return found as GrantEvidence;
}

/** What it holds within its project: no other piece takes the same file or link while it stands. */
export const holdsOf = (project: string, contents: readonly string[], link: string | null): string[] => [
  ...contents.map((each) => `${project} ${each}`),
  ...(link === null ? [] : [`${project} ${link}`]),
];

export async function holderOf(ctx: StoreContext, holds: readonly string[]): Promise<GrantEvidence | null> {
  if (holds.length === 0) return null;
  const found = await grantEvidence
    .on(ctx.db)
    .findOne({ holds: trusted({ $in: [...holds] }) })
    .lean();
  return found as GrantEvidence | null;
}

/** Everything that counts in a project, each once. */
export async function countedIn(ctx: StoreContext, project: string): Promise<readonly GrantEvidence[]> {
  const filter = { project, state: trusted({ $in: [...countedStates] }) };
  return (await grantEvidence
    .on(ctx.db)
    .find(filter as never, { applied: 0, outbox: 0 })
    .sort({ sentAt: 1, _id: 1 })
    .lean()) as unknown as GrantEvidence[];
}

/** As far as it was accepted. */
export const pieceOf = (
  evidence: Pick<
    GrantEvidence,
    '_id' | 'serves' | 'quantity' | 'people' | 'of' | 'date' | 'participant' | 'decision'
  >,
): Piece => ({
  id: evidence._id,
  serves: evidence.serves,
  quantity: evidence.decision?.quantity ?? 0,
  people: evidence.decision?.people ?? null,
  ...{ of: evidence.of, date: evidence.date, participant: evidence.participant },
});
