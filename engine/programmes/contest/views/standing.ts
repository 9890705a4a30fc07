// Where a nomination stands: its stage, until when that is decided, and what comes next. Read by the menu, /status and notices.
import type { EngineContext } from '../../context.ts';
import type { Deadline } from '../editions/deadlines.ts';
import { isOver } from '../editions/deadlines.ts';
import { editionNow, editionOf } from '../editions/edition.ts';
import { nominationsOf } from '../nominations/nomination.ts';
import type { NominationState } from '../states.ts';
import type { Edition, Nomination } from '../store.ts';

export interface Standing {
  readonly nomination: Nomination;
  readonly edition: Edition;
  /** The deadline by which the next step is taken; null once nothing more is decided. */
  readonly deadline: Deadline | null;
  /** Its day, `YYYY-MM-DD`; empty without a deadline. */
  readonly day: string;
  /** The deadline passed and the step was not taken: it is over for this nominee. */
  readonly isMissed: boolean;
}

const nextDeadline: Readonly<Record<NominationState, Deadline | null>> = {
  proposed: 'internalEnds',
  'not-admitted': null,
  'at-college': 'internalEnds',
  chosen: 'submissionEnds',
  reserve: 'submissionEnds',
  sending: 'submissionEnds',
  sent: 'regionalEnds',
  'at-region': 'regionalEnds',
  'not-passed': 'regionalEnds',
  passing: 'regionalEnds',
  passed: 'packageEnds',
  laureate: null,
  withdrawn: null,
};

export function standingOf(edition: Edition, nomination: Nomination, now: Date): Standing {
  const deadline = nextDeadline[nomination.state];
  const day = deadline === null ? '' : edition.calendar[deadline];
  const isWinner = nomination.state === 'passed';
  const isMissed = deadline !== null && !isWinner && isOver(edition, deadline, now);
  return { nomination, edition, deadline, day, isMissed };
}

/** A person's nomination in the running edition, else their latest; null for whoever never was nominated. */
export async function standingOfPerson(ctx: EngineContext, person: string): Promise<Standing | null> {
  const all = await nominationsOf(ctx, person);
  if (all.length === 0) return null;
  const running = await editionNow(ctx);
  const nomination = all.find(({ edition }) => edition === running?._id) ?? all[0];
  if (!nomination) return null;
  return standingOf(await editionOf(ctx, nomination.edition), nomination, ctx.clock.now());
}
