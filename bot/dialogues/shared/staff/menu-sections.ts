// What the staff menu is made of: for each programme, and the rooms that bring roles, what waits there and what one may do. Only
// where somebody has a role, or something waits for them.
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { reviewKindsOf } from '../../../../engine/programmes/rooms.ts';
import { sectionsOf } from '../../../../engine/programmes/sections.ts';
import type { ReviewKinds } from '../../../../engine/reviews/declared.ts';
import { type QueueLine, queueOf } from '../../../../engine/reviews/queue.ts';
import type { Talk } from '../../../dialogue/talk.ts';
import type { BlocksOf } from '../../assemble.ts';

export interface MenuSection {
  readonly id: string;
  /** Text key of the programme's name. */
  readonly title: string;
  /** How much of each kind waits. */
  readonly counts: readonly Text[];
  readonly texts: readonly Text[];
  readonly rows: readonly (readonly Button[])[];
}

export interface StaffSections {
  /** Everything that waits for a decision. */
  readonly waiting: number;
  readonly sections: readonly MenuSection[];
}

/** @param taking the blocks of whatever the person takes part in */
export async function staffSections(
  { env, actor }: Talk<EngineContext>,
  taking: BlocksOf,
): Promise<StaffSections> {
  const lines = await queueOf(env, actor);
  const all = sectionsOf(env).map(({ id, title, kinds }): MenuSection => {
    const block = taking.find(({ programme }) => programme === id);
    const waiting = countsOf(
      reviewKindsOf(env),
      lines.filter(({ kind }) => kinds.has(kind)),
    );
    const counts = [...waiting, ...(block?.counts ?? [])];
    return { ...{ id, title, counts }, texts: block?.texts ?? [], rows: block?.rows ?? [] };
  });
  const sections = all.filter(({ counts, texts, rows }) => counts.length + texts.length + rows.length > 0);
  return { waiting: lines.reduce((sum, { n }) => sum + n, 0), sections };
}

const countsOf = (kinds: ReviewKinds<EngineContext>, lines: readonly QueueLine[]): readonly Text[] =>
  [...kinds.values()].flatMap(({ id, title }) =>
    lines
      .filter(({ kind }) => kind === id)
      .map(({ n, overdue }) =>
        text(overdue > 0 ? 'staff:menu.count-overdue' : 'staff:menu.count', { kind: title, n, overdue }),
      ),
  );
