// What changed in the parameters of a programme: which figure, from which day, and what held on that day before.
import type { DatedValue, ParameterDefinition, ParameterFile } from '../schema/parameter-file.ts';
import { inForceOn } from '../timeline.ts';
import type { RuleChange, Subject } from './change.ts';
import { differing, isReordered, isSame, matched, only, type Pair } from './matching.ts';

const DEFINING = ['unit', 'by', 'readBy'] as const;
const ANNOTATING = ['to', 'status', 'source', 'note'] as const;

/** @param at JSON pointer of the parameters */
export function parameterChanges(
  programme: string,
  before: ParameterFile,
  after: ParameterFile,
  at: string,
): readonly RuleChange[] {
  const pairs = matched(Object.entries(before), Object.entries(after), ([name]) => name);
  return pairs.flatMap((pair) => {
    const name = (pair.after ?? pair.before)?.item[0] ?? '';
    const [old, now] = [pair.before?.item[1], pair.after?.item[1]];
    const pointer = `${at}/${name}`;
    const about = { programme, parameter: name, unit: (now ?? old)?.unit ?? '' };
    if (!old) return [{ kind: 'parameter-added', pointer, about, before: null, after: now ?? null }];
    if (!now) return [{ kind: 'parameter-removed', pointer, about, before: old, after: null }];
    return [...definition(old, now, pointer, about), ...valueChanges(old, now, `${pointer}/values`, about)];
  });
}

function definition(
  old: ParameterDefinition,
  now: ParameterDefinition,
  pointer: string,
  about: Subject,
): readonly RuleChange[] {
  const order = isReordered(matched(old.values, now.values, ({ from }) => from)) ? ['order'] : [];
  const fields = [...differing(old, now, DEFINING), ...order];
  if (fields.length === 0) return [];
  const sides = { before: only(old, fields), after: only(now, fields) };
  return [{ kind: 'parameter-changed', pointer, about: { ...about, fields }, ...sides }];
}

function valueChanges(
  old: ParameterDefinition,
  now: ParameterDefinition,
  at: string,
  parameter: Subject,
): readonly RuleChange[] {
  return matched(old.values, now.values, ({ from }) => from).flatMap((pair): readonly RuleChange[] => {
    const day = (pair.after ?? pair.before)?.item.from ?? '';
    const about = { ...parameter, day };
    const { before, after } = pair;
    if (before && after) return changesOf(before.item, after.item, `${at}/${after.at}`, about);
    return [addedOrRemoved(pair, old, at, about)];
  });
}

function addedOrRemoved(
  { before, after }: Pair<DatedValue>,
  old: ParameterDefinition,
  at: string,
  about: Subject & { readonly day: string },
): RuleChange {
  if (!after) {
    return {
      ...{ kind: 'value-removed', pointer: `${at}/${before?.at}`, about },
      ...{ before: before?.item.value ?? null, after: null },
    };
  }
  const used = old.values.filter(({ status }) => status !== 'reported');
  const held = inForceOn(used, about.day)?.value ?? null;
  return {
    ...{ kind: 'value-added', pointer: `${at}/${after.at}`, about },
    ...{ before: held, after: after.item.value },
  };
}

function changesOf(
  before: DatedValue,
  after: DatedValue,
  pointer: string,
  about: Subject,
): readonly RuleChange[] {
  const fields = differing(before, after, ANNOTATING);
  const value: RuleChange = {
    ...{ kind: 'value-changed', pointer: `${pointer}/value`, about },
    ...{ before: before.value, after: after.value },
  };
  const annotation: RuleChange = {
    ...{ kind: 'value-annotated', pointer, about: { ...about, fields } },
    ...{ before: only(before, fields), after: only(after, fields) },
  };
  return [
    ...(isSame(before.value, after.value) ? [] : [value]),
    ...(fields.length === 0 ? [] : [annotation]),
  ];
}
