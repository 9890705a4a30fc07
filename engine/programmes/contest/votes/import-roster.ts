// The college's responsible person gives the roster: names with birth dates, of students and teaching staff. Names are not
// kept. A line that is there already stays as it is.
import type { Command } from '../../../kernel/actor.ts';
import { isLocalDate, type LocalDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { refusedAs } from '../reason.ts';
import { actsForCollege } from '../rights.ts';
import { personHash } from './likeness.ts';
import { rosters, type Standing } from './store.ts';

export interface RosterEntry {
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly standing: Standing;
}

export interface Imported {
  readonly added: number;
  readonly known: number;
}

/** More than any college has. */
const MOST_LINES = 10_000;

/** Refused as a whole where a line cannot be used; the line is named. */
export async function importRoster(
  ctx: EngineContext,
  command: Command,
  {
    edition: editionId,
    college,
    entries,
  }: { readonly edition: string; readonly college: string; readonly entries: readonly RosterEntry[] },
): Promise<Result<Imported>> {
  if (!actsForCollege(command.actor, college)) return refused('common.not-allowed');
  const edition = await editionOf(ctx, editionId);
  if (entries.length > MOST_LINES) return refusedAs('roster-long', { count: MOST_LINES });
  const wrong = entries.findIndex(({ name, birthDate }) => name.trim().length < 3 || !isLocalDate(birthDate));
  if (wrong >= 0) return refusedAs('roster-line', { line: wrong + 1 });
  let added = 0;
  for (const [at, { name, birthDate, standing }] of entries.entries()) {
    const id = rosterId(edition._id, college, personHash(ctx.sealer, name, birthDate));
    const made = await create(
      ctx,
      rosters,
      id,
      { ...command, id: `${command.id}/${at}` },
      {
        action: 'roster line added',
        set: { edition: edition._id, college, standing, claimedBy: null },
        result: null,
      },
    );
    if (made.created) added += 1;
  }
  return ok({ added, known: entries.length - added });
}

export const rosterId = (edition: string, college: string, hash: string): string =>
  `${edition}:${college}:${hash.slice(0, 40)}`;
