// All invariants over a database. Called by the model after every step, and by whatever breaks the product on purpose
// and wants to know what is left of it.
import type { Connection } from 'mongoose';
import { auditInvariants } from './audit.ts';
import { type Contents, readContents } from './contents.ts';
import { edgeInvariants } from './edges.ts';
import { inboxInvariants } from './inbox.ts';
import type { Invariant, Violation } from './invariant.ts';
import { moneyInvariants } from './money.ts';
import { noticeInvariants } from './notices.ts';
import { rightsInvariants } from './rights.ts';
import { seatInvariants } from './seats.ts';
import { studentInvariants } from './students.ts';

export const invariants: readonly Invariant[] = [
  ...studentInvariants,
  ...seatInvariants,
  ...rightsInvariants,
  ...moneyInvariants,
  ...edgeInvariants,
  ...noticeInvariants,
  ...inboxInvariants,
  ...auditInvariants,
];

export interface Occasion {
  /** Nothing waits to be done any more: outboxes, sagas, seats, timers that are due, deliveries, updates. */
  readonly atRest: boolean;
  /** Invariants of one's own, besides. */
  readonly besides?: readonly Invariant[];
}

/** What is broken; nothing is written. Ask while no process writes: the reading is not a snapshot. */
export async function checkInvariants(db: Connection, occasion: Occasion): Promise<readonly Violation[]> {
  return violationsIn(await readContents(db), occasion);
}

export function violationsIn(contents: Contents, { atRest, besides = [] }: Occasion): readonly Violation[] {
  return [...invariants, ...besides]
    .filter(({ holds }) => atRest || holds === 'always')
    .flatMap(({ number, name, broken }) =>
      broken(contents).map((what): Violation => ({ invariant: number, name, what })),
    );
}
