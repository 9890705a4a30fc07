// Rolling back: what an earlier edition said, drafted anew to hold from a day. History stays; it goes the way of every draft.
import type { Command } from '../kernel/actor.ts';
import { addDays, type LocalDate } from '../kernel/calendar.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { Result } from '../kernel/result.ts';
import type { ParameterFile, RuleSetFile } from '../rules/rule-book.ts';
import type { StoreContext } from '../store/context.ts';
import { editionOf } from './current.ts';
import type { DraftContent } from './draft-content.ts';
import { openDraft, programmeOf } from './drafts.ts';
import type { Edition } from './edition.ts';

export interface Rollback {
  /** Number of the edition whose content is to hold again. */
  readonly to: number;
  readonly from: LocalDate;
  readonly reason?: string | null;
}

/** @returns the id of a draft: until the day as it is now, from the day as the earlier edition had it */
export async function rollBack(
  ctx: StoreContext,
  command: Command,
  set: string,
  { to, from, reason = null }: Rollback,
): Promise<Result<string>> {
  const earlier = await editionOf(ctx, programmeOf(set), to);
  return openDraft(ctx, command, set, { from, reason }, (now) => spliced(now, earlier, set, from));
}

export function spliced(now: Edition, earlier: Edition, setId: string, from: LocalDate): DraftContent {
  const [current, before] = [
    now.sets[setId] as RuleSetFile,
    earlier.sets[setId] ?? (now.sets[setId] as RuleSetFile),
  ];
  const names = Object.keys(now.parameters);
  const parameters = names.map((name): [string, ParameterFile[string]] => {
    const is = now.parameters[name] as ParameterFile[string];
    const was = Object.hasOwn(earlier.parameters, name) ? earlier.parameters[name] : undefined;
    return [name, was ? { ...is, values: join(is.values, was.values, from) } : is];
  });
  return {
    set: { ...current, versions: join(current.versions, before.versions, from) },
    parameters: Object.fromEntries(parameters),
    // Until the day what is tried now; from it, what the earlier edition tried.
    cases: Object.fromEntries(
      Object.entries(now.cases).map(([id, cases]) => [
        id,
        [...cases.filter(({ on }) => on < from), ...(earlier.cases[id] ?? []).filter(({ on }) => on >= from)],
      ]),
    ),
  };
}

interface Dated {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly status?: string;
  readonly name?: string;
}

/** The entries of one line up to the day before, then those of the other. Where both are the same nothing is cut. */
function join<T extends Dated>(until: readonly T[], after: readonly T[], from: LocalDate): T[] {
  if (canonicalJson(until) === canonicalJson(after)) return [...until];
  const kept = until.filter((each) => each.from < from);
  const begun = after.findLast(
    (each) => each.from < from && each.status !== 'reported' && (each.to ?? from) >= from,
  );
  const later = after.filter((each) => each.from >= from);
  const resumed =
    begun && canonicalJson(begun) !== canonicalJson(kept.at(-1)) ? [resumedOn(begun, from)] : [];
  return [...kept.map((each) => cut(each, from, resumed.length > 0)), ...resumed, ...later];
}

/** Under a name of its own where it has one: the first stretch keeps it. */
const resumedOn = <T extends Dated>(entry: T, from: LocalDate): T =>
  entry.name === undefined ? { ...entry, from } : { ...entry, from, name: `${entry.name} (${from})` };

/** An entry that went on past the day ends before it, where something follows. */
function cut<T extends Dated>(entry: T, from: LocalDate, isFollowed: boolean): T {
  if (!isFollowed || entry.to === undefined || entry.to < from) return entry;
  return { ...entry, to: addDays(from, -1) };
}
