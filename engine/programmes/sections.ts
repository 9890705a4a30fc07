// How lists at the staff desk are grouped: by programme, then by the shared rooms that bring roles. Read by the menu, the queue's
// counts and the list of roles.
import type { Role } from '../kernel/actor.ts';
import type { Part } from '../parts/part.ts';
import type { EngineContext } from './programme.ts';
import { partsOf } from './rooms.ts';

export interface Section {
  readonly id: string;
  /** Text key of what stands over the group. */
  readonly title: string;
  readonly roles: ReadonlySet<Role>;
  /** Ids of the review kinds that belong to it. */
  readonly kinds: ReadonlySet<string>;
}

type Titled = Part<EngineContext> & { readonly title: string };

/** Programmes in the order of the registry; rooms come after them. */
export function sectionsOf(ctx: Pick<EngineContext, 'programmes'>): readonly Section[] {
  const parts = partsOf(ctx).filter((part): part is Titled => part.title !== undefined);
  const isRoom = ({ id }: Titled) => !ctx.programmes.some((each) => each.id === id);
  const ordered = [...parts.filter((each) => !isRoom(each)), ...parts.filter(isRoom)];
  return ordered.map(({ id, title, roles = [], reviewKinds = [] }) => ({
    ...{ id, title },
    roles: new Set(roles.map((each) => each.id)),
    kinds: new Set(reviewKinds.map((each) => each.id)),
  }));
}
