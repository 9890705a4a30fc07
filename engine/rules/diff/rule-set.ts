// What changed in a rule set. A version that is added is told by what it asks other than what was asked on its day before.
import type { LocalDate } from '../../kernel/calendar.ts';
import type { RequirementDefinition, RuleSetFile, VersionDefinition } from '../schema/rule-set-file.ts';
import { inForceOn } from '../timeline.ts';
import type { RuleChange, Subject } from './change.ts';
import { conditionChanges } from './conditions.ts';
import { differing, isReordered, isSame, matched, only, type Placed } from './matching.ts';

const OF_SET = ['id', 'programme', 'title', 'kind'] as const;
const OF_VERSION = ['to', 'name', 'source', 'grants'] as const;
const OF_REQUIREMENT = ['text', 'group', 'gate'] as const;

/** @param at JSON pointer of the set */
export function setChanges(before: RuleSetFile, after: RuleSetFile, at: string): readonly RuleChange[] {
  const about = { programme: after.programme, set: after.id, title: after.title };
  const pairs = matched(before.versions, after.versions, ({ from }) => from);
  const order = isReordered(pairs) ? ['order'] : [];
  const fields = [...differing(before, after, OF_SET), ...order];
  const own = fieldChange('set-changed', at, about, fields, before, after);
  const versions = pairs.flatMap(({ before: old, after: now }): readonly RuleChange[] => {
    const day = (now ?? old)?.item.from ?? '';
    const pointer = `${at}/versions`;
    if (!now)
      return [
        {
          ...{ kind: 'version-removed', pointer: `${pointer}/${old?.at}`, about: { ...about, day } },
          ...{ before: old?.item ?? null, after: null },
        },
      ];
    if (!old) return added(before, now, pointer, { ...about, day });
    return versionChanges(old, now, pointer, { ...about, day });
  });
  return [...own, ...versions];
}

function added(
  before: RuleSetFile,
  now: Placed<VersionDefinition>,
  at: string,
  about: Subject & { readonly day: LocalDate },
): readonly RuleChange[] {
  const held = inForceOn(before.versions, about.day);
  const change: RuleChange = {
    ...{ kind: 'version-added', pointer: `${at}/${now.at}`, about },
    ...{ before: null, after: now.item },
  };
  if (!held) return [change];
  return [change, ...requirementChanges({ item: held, at: before.versions.indexOf(held) }, now, at, about)];
}

const versionChanges = (
  old: Placed<VersionDefinition>,
  now: Placed<VersionDefinition>,
  at: string,
  about: Subject,
): readonly RuleChange[] => {
  const pairs = matched(old.item.requirements, now.item.requirements, ({ id }) => id);
  const fields = [...differing(old.item, now.item, OF_VERSION), ...(isReordered(pairs) ? ['order'] : [])];
  return [
    ...fieldChange('version-changed', `${at}/${now.at}`, about, fields, old.item, now.item),
    ...requirementChanges(old, now, at, about),
  ];
};

function requirementChanges(
  old: Placed<VersionDefinition>,
  now: Placed<VersionDefinition>,
  at: string,
  version: Subject,
): readonly RuleChange[] {
  const pairs = matched(old.item.requirements, now.item.requirements, ({ id }) => id);
  return pairs.flatMap(({ before, after }): readonly RuleChange[] => {
    const about = { ...version, requirement: (after ?? before)?.item.text ?? '' };
    const placeIn = (side: Placed<VersionDefinition>, placed: Placed<unknown> | undefined) =>
      `${at}/${side.at}/requirements/${placed?.at}`;
    const places = { before: placeIn(old, before), after: placeIn(now, after) };
    if (before && after) return changesOf(before.item, after.item, places, about);
    const [kind, pointer] = after
      ? (['requirement-added', places.after] as const)
      : (['requirement-removed', places.before] as const);
    return [{ kind, pointer, about, before: before?.item ?? null, after: after?.item ?? null }];
  });
}

function changesOf(
  before: RequirementDefinition,
  after: RequirementDefinition,
  at: Record<'before' | 'after', string>,
  about: Subject,
): readonly RuleChange[] {
  const { changes, isRestructured } = conditionChanges(before.conditions, after.conditions, at, about);
  const fields = differing(before, after, OF_REQUIREMENT);
  const own = fieldChange('requirement-changed', at.after, about, fields, before, after);
  const restructured: RuleChange = {
    ...{ kind: 'requirement-changed', pointer: `${at.after}/conditions` },
    ...{ about: { ...about, fields: ['structure'] }, before: before.conditions, after: after.conditions },
  };
  const when = whenChange(before.when, after.when, at, about);
  return [...own, ...when, ...changes, ...(isRestructured ? [restructured] : [])];
}

/** Whom a requirement applies to is one thing: told whole. */
function whenChange(
  before: RequirementDefinition['when'],
  after: RequirementDefinition['when'],
  at: Record<'before' | 'after', string>,
  about: Subject,
): readonly RuleChange[] {
  if (isSame(before ?? null, after ?? null)) return [];
  const kind = !before ? 'when-added' : after ? 'when-changed' : 'when-removed';
  const pointer = `${after ? at.after : at.before}/when`;
  return [{ kind, pointer, about, before: before ?? null, after: after ?? null }];
}

function fieldChange(
  kind: RuleChange['kind'],
  pointer: string,
  about: Subject,
  fields: readonly string[],
  before: object,
  after: object,
): readonly RuleChange[] {
  if (fields.length === 0) return [];
  const sides = { before: only(before, fields), after: only(after, fields) };
  return [{ kind, pointer, about: { ...about, fields }, ...sides }];
}
