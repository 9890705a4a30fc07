// `rules import <from>`: an edition from elsewhere. Into a folder it is written; on a running system each set that is other becomes a
// draft, which goes the way of every draft: nobody publishes by importing.
import { canonicalJson } from '../../kernel/canonical.ts';
import type { RuleContent } from '../content.ts';
import { writeContent } from './files.ts';
import type { Report } from './report.ts';
import { askAt, type Comparable, isAddress, readComparable } from './where.ts';

export interface Import {
  /** A folder, an exported file, or an address. */
  readonly from: string;
  /** A folder, or the address of a running system. */
  readonly into: string;
  /** Of the drafts: the day from which they are to hold, and why. */
  readonly day: string | undefined;
  readonly reason: string | undefined;
}

/** @throws AppError as `readComparable`; what a running system refuses */
export async function importRules(wish: Import): Promise<Report> {
  const { programmes } = await readComparable(wish.from);
  return isAddress(wish.into) ? draftAll(wish, programmes) : writeAll(wish.into, programmes);
}

type Programmes = Comparable['programmes'];

/** A file holds one set: the parameters and cases that it brings are those of its whole programme. */
function writeAll(folder: string, programmes: Programmes): Report {
  const files = [...programmes].flatMap(([name, content]) => writeContent(folder, name, content));
  return { lines: files, json: { folder, files }, sound: true };
}

async function draftAll({ into, day, reason }: Import, programmes: Programmes): Promise<Report> {
  const ask = askAt(into);
  const now = (await readComparable(into)).programmes;
  const drafts: { readonly set: string; readonly draft: string }[] = [];
  for (const [name, content] of programmes)
    for (const set of changedSets(content, now.get(name))) {
      const { id } = await ask(`/rule-sets/${set}/drafts`, {
        ...(day !== undefined && { from: day }),
        ...(reason !== undefined && { reason }),
        content: { set: content.sets[set], parameters: content.parameters, cases: content.cases },
      });
      drafts.push({ set, draft: String(id) });
    }
  const lines = drafts.map(({ set, draft }) => `${set}: draft ${draft}`);
  return { lines: lines.length > 0 ? lines : ['nothing is other: no draft'], json: { drafts }, sound: true };
}

/** Figures and cases belong to the programme: where only they are other, any of its sets carries them. */
function changedSets(content: RuleContent, now: RuleContent | undefined): readonly string[] {
  const sets = Object.keys(content.sets);
  const changed = sets.filter((id) => !isSame(content.sets[id], now?.sets[id]));
  const isRest = isSame(content.parameters, now?.parameters) && isSame(content.cases, now?.cases);
  return changed.length > 0 || isRest ? changed : sets.slice(0, 1);
}

const isSame = (one: unknown, other: unknown): boolean =>
  other !== undefined && canonicalJson(one) === canonicalJson(other);
