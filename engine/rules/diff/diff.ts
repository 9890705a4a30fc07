// What changed between two states of a programme's rules, change by change. Nothing is said exactly when nothing changed.
import type { RuleContent } from '../content.ts';
import type { RuleChange } from './change.ts';
import { isSame, matched } from './matching.ts';
import { parameterChanges } from './parameters.ts';
import { setChanges } from './rule-set.ts';

/** Pointers are into the content: `/parameters/…`, `/sets/<id>/…`, `/cases/<id>`. */
export function changesBetween(
  programme: string,
  before: RuleContent,
  after: RuleContent,
): readonly RuleChange[] {
  return [
    ...parameterChanges(programme, before.parameters, after.parameters, '/parameters'),
    ...changesOfSets(before, after),
    ...changesOfCases(before, after),
  ];
}

function changesOfSets(before: RuleContent, after: RuleContent): readonly RuleChange[] {
  const pairs = matched(Object.entries(before.sets), Object.entries(after.sets), ([id]) => id);
  return pairs.flatMap((pair): readonly RuleChange[] => {
    const [old, now] = [pair.before?.item[1], pair.after?.item[1]];
    const set = now ?? old;
    if (!set) return [];
    const id = (pair.after ?? pair.before)?.item[0] ?? '';
    const pointer = `/sets/${id}`;
    if (old && now) return setChanges(old, now, pointer);
    const about = { programme: set.programme, set: id, title: set.title };
    const kind = now ? 'set-added' : 'set-removed';
    return [{ kind, pointer, about, before: old ?? null, after: now ?? null }];
  });
}

/** How many cases of each set came, went and changed: what they say, the cases themselves show. */
function changesOfCases(before: RuleContent, after: RuleContent): readonly RuleChange[] {
  const ids = [...new Set([...Object.keys(after.cases), ...Object.keys(before.cases)])];
  return ids.flatMap((id): readonly RuleChange[] => {
    const [old, now] = [before.cases[id] ?? [], after.cases[id] ?? []];
    if (isSame(before.cases[id], after.cases[id])) return [];
    const title = (after.sets[id] ?? before.sets[id])?.title;
    const about = { set: id, ...(title !== undefined && { title }) };
    return [{ kind: 'cases-changed', pointer: `/cases/${id}`, about, before: old, after: now }];
  });
}
