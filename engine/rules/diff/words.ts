// A change of the rules in words: one sentence, in the reader's language. Texts are in locales/*/rules-staff.json.
import { childrenOf, isGroup, kindOf } from '../conditions.ts';
import type { Knows, Say } from '../say.ts';
import type { ParameterDefinition } from '../schema/parameter-file.ts';
import type { ConditionDefinition } from '../schema/rule-set-file.ts';
import type { RuleChange } from './change.ts';
import { isSame, matched } from './matching.ts';

/** @returns one sentence without markup */
export function changeInWords(change: RuleChange, say: Say, knows: Knows): string {
  const { programme, parameter, unit = '', title, requirement, day, fields = [] } = change.about;
  const named = (key: string, otherwise: string): string => (knows(key) ? say({ key }) : otherwise);
  const { figure, tree } = { figure: figuresIn(unit, say, knows), tree: treesIn(say) };
  const shown = (value: unknown, other: unknown): string =>
    valueInWords(
      change,
      change.kind.startsWith('value-') ? withoutSameRows(value, other) : value,
      change.kind.startsWith('when-') ? tree : figure,
    );
  const params = {
    ...(parameter !== undefined && {
      parameter: named(`rules-staff:parameter.${programme}.${parameter}`, parameter),
    }),
    ...(title !== undefined && { set: named(title, change.about.set ?? title) }),
    ...(requirement !== undefined && { requirement: named(requirement, requirement) }),
    ...(day !== undefined && { day }),
    ...{ before: shown(change.before, change.after), after: shown(change.after, change.before) },
    fields: fields.map((each) => say({ key: `rules-staff:field.${each}` })).join(', '),
    ...(change.kind === 'cases-changed' && countsOf(change)),
  };
  return say({ key: `rules-staff:change.${sentenceOf(change)}`, params });
}

const sentenceOf = ({ kind, before }: RuleChange): string =>
  kind === 'value-added' && before !== null ? 'value-follows' : kind;

function valueInWords({ kind }: RuleChange, value: unknown, inWords: (value: unknown) => string): string {
  if (value === null || value === undefined) return '';
  if (kind.startsWith('condition-')) return leafInWords(value);
  if (kind.startsWith('value-') || kind.startsWith('when-')) return inWords(value);
  if (kind !== 'parameter-added' && kind !== 'parameter-removed') return '';
  const { values } = value as ParameterDefinition;
  return values.map((each) => inWords(each.value)).join('; ');
}

/** Of a table that changed, the rows that did. */
function withoutSameRows(value: unknown, other: unknown): unknown {
  const isTable = (each: unknown): each is object =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  if (!isTable(value) || !isTable(other)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, row]) => row !== Reflect.get(other, key)));
}

/** «20 часов», «20 000 тенге для 20; 50 000 тенге для 50», «нет». A unit that an operator made up stands as it is. */
function figuresIn(unit: string, say: Say, knows: Knows) {
  const key = `rules:unit.${unit}`;
  const amount = (count: number): string => {
    if (unit === 'minutes') return say({ key: 'rules:unit.time', params: { minutes: count } });
    return knows(key) ? say({ key, params: { count } }) : `${count} ${unit}`;
  };
  const scalar = (value: unknown): string => {
    if (typeof value === 'number') return amount(value);
    return typeof value === 'boolean' ? say({ key: `rules:unit.${value ? 'yes' : 'no'}` }) : String(value);
  };
  return (value: unknown): string => {
    if (Array.isArray(value)) return value.map(scalar).join(', ');
    if (typeof value !== 'object' || value === null) return scalar(value);
    const rows = Object.entries(value).map(([name, each]) =>
      say({ key: 'rules:unit.row', params: { row: name, figure: scalar(each) } }),
    );
    return rows.join('; ') || '—';
  };
}

/** «badge.chosenDirections includes sport и (age atLeast a или age atMost b)». */
function treesIn(say: Say): (tree: unknown) => string {
  const inWords = (node: ConditionDefinition, isInner: boolean): string => {
    if (!isGroup(node)) return leafInWords(node);
    const children = childrenOf(node);
    const isOne = children.length === 1;
    const parts = children.map((child) => inWords(child, isInner || !isOne));
    const joined = parts.join(` ${say({ key: `rules-staff:joint.${kindOf(node)}` })} `);
    return isInner && !isOne ? `(${joined})` : joined;
  };
  return (tree) => inWords(tree as ConditionDefinition, false);
}

/** As the file has it: `credit.confirmedMinutes atLeast requiredMinutes`. Operators know these names from the content. */
function leafInWords(leaf: unknown): string {
  const { fact, params, operator, value } = leaf as {
    readonly fact: string;
    readonly params?: { readonly plus: readonly string[] };
    readonly operator: string;
    readonly value: unknown;
  };
  const left = [fact, ...(params?.plus ?? [])].join(' + ');
  return `${left} ${operator} ${rightInWords(value)}`;
}

function rightInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { param, fact } = value as { readonly param?: string; readonly fact?: string };
  return param ?? fact ?? '';
}

function countsOf({ before, after }: RuleChange) {
  const pairs = matched(
    before as readonly { readonly name: string }[],
    after as readonly { readonly name: string }[],
    ({ name }) => name,
  );
  const both = pairs.flatMap((pair) =>
    pair.before && pair.after ? [[pair.before.item, pair.after.item]] : [],
  );
  return {
    added: pairs.filter((pair) => !pair.before).length,
    removed: pairs.filter((pair) => !pair.after).length,
    altered: both.filter(([old, now]) => !isSame(old, now)).length,
  };
}
