// The kinds of review items that there are. Refuses to start where one could never be decided or shown.
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import type { ReviewKind } from './kind.ts';

export type ReviewKinds<C extends StoreContext> = ReadonlyMap<string, ReviewKind<C>>;

/** By id, in declared order. @throws AppError `configuration` naming every fault */
export function declaredKinds<C extends StoreContext>(
  parts: readonly { readonly id: string; readonly reviewKinds?: readonly ReviewKind<C>[] }[],
  roles: Pick<ReadonlySet<string>, 'has'>,
): ReviewKinds<C> {
  const all = parts.flatMap(({ id, reviewKinds = [] }) => reviewKinds.map((kind) => ({ part: id, kind })));
  const faults = all.flatMap(({ part, kind }, index) =>
    [
      ...faultsOf(kind, roles),
      ...(all.findIndex((each) => each.kind.id === kind.id) < index ? ['is declared twice'] : []),
    ].map((fault) => `${part}: review kind ${kind.id} ${fault}`),
  );
  if (faults.length > 0) throw new AppError('configuration', faults.join('; '));
  return new Map(all.map(({ kind }) => [kind.id, kind]));
}

function faultsOf<C extends StoreContext>(
  kind: ReviewKind<C>,
  roles: Pick<ReadonlySet<string>, 'has'>,
): readonly string[] {
  const unknown = kind.roles.filter((role) => !roles.has(role));
  return [
    ...(/^[a-z][a-z0-9-]*$/.test(kind.id) ? [] : ['has an id that buttons cannot carry']),
    ...(kind.roles.length > 0 ? [] : ['has no decider']),
    ...unknown.map((role) => `names ${role}, which is no role`),
    ...(Object.keys(kind.decisions).length > 0 ? [] : ['has no decision']),
    ...(isReversible(kind) === (kind.undo !== undefined)
      ? []
      : [kind.undo ? 'undoes what is final' : 'has a reversible decision, and no undo']),
    ...(typeof kind.card === 'function' ? [] : ['has no card']),
    ...(kind.bulk && !(kind.bulk.decision in kind.decisions)
      ? [`decides many by ${kind.bulk.decision}, which is none of its decisions`]
      : []),
  ];
}

const isReversible = ({ decisions }: Pick<ReviewKind, 'decisions'>): boolean =>
  Object.values(decisions).some(({ effect }) => effect === 'reversible');
