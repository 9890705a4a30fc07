// What comes with a case from outside: figures of criteria that members do not score, and what tie-breaks look at.
import type { Reason } from '../kernel/result.ts';
import type { Question } from './rule.ts';
import type { Fact } from './shapes.ts';

type Expected = { readonly name: string; readonly fits: (value: Fact['value']) => boolean };

/**
 * @param isComplete true where the case is to be decided: then none may be missing
 * @returns what is wrong with the facts of a case
 */
export function factFaults(
  question: Question,
  facts: readonly Fact[],
  isComplete: boolean,
): readonly Reason[] {
  const expected = expectedBy(question);
  const names = new Set(expected.map(({ name }) => name));
  const unknown = facts.filter(({ name }, at) => {
    const isFirst = facts.findIndex((each) => each.name === name) === at;
    return !names.has(name) || !isFirst;
  });
  const misfits = expected.flatMap(({ name, fits }) => {
    const found = facts.find((each) => each.name === name);
    if (!found) return isComplete ? [{ code: 'commissions.fact-missing', params: { fact: name } }] : [];
    const params = { fact: name, value: found.value };
    return fits(found.value) ? [] : [{ code: 'commissions.fact-unfit', params }];
  });
  const unasked = unknown.map(({ name }) => ({ code: 'commissions.no-such-fact', params: { fact: name } }));
  return [...unasked, ...misfits];
}

function expectedBy({ criteria, decision }: Question): readonly Expected[] {
  const outside = criteria
    .filter(({ from }) => from === 'case')
    .map(({ id, least, most, step }): Expected => {
      const onScale = (value: number) => value >= least && value <= most && (value - least) % step === 0;
      return { name: id, fits: (value) => typeof value === 'number' && onScale(value) };
    });
  if (decision.by === 'majority') return outside;
  const looked = decision.tieBreaks.flatMap((each): Expected[] => {
    if (each.by !== 'fact') return [];
    const type = each.of === 'integer' ? 'number' : 'string';
    return [{ name: each.fact, fits: (value) => typeof value === type }];
  });
  return [...outside, ...looked];
}

/** Facts that were given later stand in place of earlier ones of the same name; in the order of their names. */
export function withFacts(before: readonly Fact[], given: readonly Fact[]): readonly Fact[] {
  const kept = before.filter(({ name }) => !given.some((each) => each.name === name));
  return [...kept, ...given].sort((a, b) => (a.name < b.name ? -1 : 1));
}
