// From a judged condition tree to percentages, have/need and reasons. The only place that computes a percentage;
// every evaluator hands its verdicts here, so that they cannot differ.
import type { Reason } from '../kernel/result.ts';
import type { LeafTrace, RequirementResult, Shortfall } from './evaluation.ts';
import type { Measure } from './operators.ts';
import type { LeafDefinition, RequirementDefinition } from './schema/rule-set-file.ts';

export interface LeafVerdict {
  readonly kind: 'leaf';
  readonly leaf: LeafDefinition;
  readonly met: boolean;
  readonly have: Measure;
  readonly need: Measure;
  /** Unit of the compared values, where they have one. */
  readonly unit: string | undefined;
  /** As the operator has it: being short is progress. */
  readonly progresses: boolean;
}

export interface GroupVerdict {
  readonly kind: 'all' | 'any';
  readonly name: string | undefined;
  readonly met: boolean;
  readonly children: readonly Verdict[];
}

export type Verdict = LeafVerdict | GroupVerdict;

export interface JudgedRequirement {
  readonly requirement: RequirementDefinition;
  readonly verdict: Verdict;
}

/** A requirement as it stands to one person: to whom it does not apply, it has no verdict. */
export interface AskedRequirement {
  readonly requirement: RequirementDefinition;
  /** Of its `when`, where it has one. */
  readonly when: Verdict | undefined;
  readonly verdict: Verdict | undefined;
}

export const groupOf = (requirement: RequirementDefinition): string => requirement.group ?? requirement.id;

export function requirementResult({ requirement, verdict }: JudgedRequirement): RequirementResult {
  const { have, need } = leadingLeaf(verdict);
  return {
    id: requirement.id,
    text: requirement.text,
    group: groupOf(requirement),
    gate: requirement.gate ?? false,
    met: verdict.met,
    have,
    need,
    percent: percentOf(fractionOf(verdict), verdict.met),
  };
}

/**
 * The percentage of a set: the mean over weight groups of the mean over their requirements. Gates are left out, and so
 * is what does not apply; a group of which nothing applies does not weigh.
 */
export function overallPercent(asked: readonly AskedRequirement[]): number {
  const groups = new Map<string, number[]>();
  let met = true;
  for (const { requirement, verdict } of asked) {
    if (requirement.gate === true) continue;
    const group = groupOf(requirement);
    const fractions = groups.get(group) ?? [];
    groups.set(group, fractions);
    if (verdict === undefined) continue;
    fractions.push(fractionOf(verdict));
    met &&= verdict.met;
  }
  const weighing = [...groups.values()].filter(({ length }) => length > 0);
  // Where gates alone apply, they are either passed or not.
  if (weighing.length === 0) return asked.every(({ verdict }) => verdict?.met ?? true) ? 100 : 0;
  return percentOf(mean(weighing.map(mean)), met);
}

export function shortfallsOf(verdict: Verdict): readonly Shortfall[] {
  if (verdict.met) return [];
  if (verdict.kind === 'leaf') return [reasonOf(verdict.leaf.name, verdict)];
  if (verdict.name !== undefined) return [reasonOf(verdict.name, leadingLeaf(verdict))];
  if (verdict.kind === 'all') return verdict.children.flatMap(shortfallsOf);
  return eitherOf(verdict.children.map(shortfallsOf));
}

/** A choice of ways; a single one is no choice. */
export function eitherOf(ways: readonly (readonly Shortfall[])[]): readonly Shortfall[] {
  const [first, ...others] = ways;
  return first !== undefined && others.length === 0 ? first : [{ anyOf: [first ?? [], ...others] }];
}

/** The reasons in a tree of shortfalls, each code once, in order of appearance. */
export function reasonsIn(shortfalls: readonly Shortfall[]): readonly Reason[] {
  const reasons: Reason[] = [];
  collect(shortfalls, reasons);
  return reasons;
}

function collect(shortfalls: readonly Shortfall[], into: Reason[]): void {
  for (const each of shortfalls) {
    if ('anyOf' in each) for (const way of each.anyOf) collect(way, into);
    else if (!hasCode(into, each.code)) into.push(each);
  }
}

/** They are few: looked through faster than kept in a set. */
function hasCode(reasons: readonly Reason[], code: string): boolean {
  for (const reason of reasons) if (reason.code === code) return true;
  return false;
}

export function traceOf({ requirement: { id }, when, verdict }: AskedRequirement): readonly LeafTrace[] {
  return [...linesOf(id, when).map((line) => ({ ...line, when: true as const })), ...linesOf(id, verdict)];
}

function linesOf(requirement: string, verdict: Verdict | undefined): readonly LeafTrace[] {
  if (verdict === undefined) return [];
  return leafVerdicts(verdict).map(({ leaf, met, have, need }) => ({
    requirement,
    name: leaf.name,
    fact: [leaf.fact, ...(leaf.params?.plus ?? [])].join('+'),
    operator: leaf.operator,
    met,
    have,
    need,
  }));
}

/** 0–1, and 1 exactly when met: `all` → mean, `any` → the best branch. */
function fractionOf(verdict: Verdict): number {
  if (verdict.met) return 1;
  if (verdict.kind === 'leaf') return leafFraction(verdict);
  const parts = verdict.children.map(fractionOf);
  return short(verdict.kind === 'all' ? mean(parts) : Math.max(...parts));
}

const NEARLY = 1 - Number.EPSILON;

/** What does not hold is never whole, not even by rounding. */
export const short = (fraction: number): number => Math.min(NEARLY, fraction);

/** 0–1 of a leaf that does not hold. */
export function leafFraction({
  progresses,
  have,
  need,
}: Pick<LeafVerdict, 'progresses' | 'have' | 'need'>): number {
  if (!progresses) return 0;
  return typeof have === 'number' && typeof need === 'number' ? shareOf(have, need) : 0;
}

/** 0–1 of what is less than the need. */
export const shareOf = (have: number, need: number): number =>
  need <= 0 ? 0 : short(Math.max(0, have / need));

/** The leaf that stands for a tree: the first numeric one of `all`, the best branch of `any`. */
function leadingLeaf(verdict: Verdict): LeafVerdict {
  if (verdict.kind === 'leaf') return verdict;
  if (verdict.kind === 'any') {
    const best = Math.max(...verdict.children.map(fractionOf));
    return leadingLeaf(firstOf(verdict.children.filter((child) => fractionOf(child) === best)));
  }
  const leaders = verdict.children.map(leadingLeaf);
  return leaders.find(({ have }) => typeof have === 'number') ?? firstOf(leaders);
}

export function reasonOf(
  code: string,
  { have, need, unit, progresses }: Omit<LeafVerdict, 'kind' | 'met' | 'leaf'>,
): Reason {
  const params: Record<string, Measure> = { have, need };
  const measured = typeof have === 'number' && typeof need === 'number';
  if (measured && progresses) params.left = need - have;
  if (unit !== undefined) params.unit = unit;
  return { code, params };
}

function leafVerdicts(verdict: Verdict): readonly LeafVerdict[] {
  return verdict.kind === 'leaf' ? [verdict] : verdict.children.flatMap(leafVerdicts);
}

/** Two decimals; what is not met never rounds up to 100. */
export function percentOf(fraction: number, met: boolean): number {
  return met ? 100 : Math.min(99.99, Math.round(fraction * 10_000) / 100);
}

export const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

function firstOf<T>(items: readonly T[]): T {
  const first = items[0];
  if (first === undefined) throw new Error('an empty group passed the checks');
  return first;
}
