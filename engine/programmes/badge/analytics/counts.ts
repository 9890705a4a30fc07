// How many hold a role, and where: counted by index, nobody's document is opened.
import { trusted } from 'mongoose';
import type { Role } from '../../../kernel/actor.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';

/** @param scopes `all`: whoever holds the role anywhere */
export function countHolders(
  ctx: EngineContext,
  role: Role,
  scopes: readonly string[] | 'all',
): Promise<number> {
  const where = scopes === 'all' ? { role } : { role, scope: { $in: [...scopes] } };
  return people.on(ctx.db).countDocuments({ grants: trusted({ $elemMatch: where }) } as never);
}

export interface Coordinator {
  readonly id: string;
  readonly name: string;
  readonly regions: readonly string[];
}

/** Every regional coordinator, by name. */
export async function allCoordinators(ctx: EngineContext): Promise<readonly Coordinator[]> {
  const role: Role = 'regional-coordinator';
  const found = await people
    .on(ctx.db)
    .find({ grants: trusted({ $elemMatch: { role } }) } as never, { name: 1, grants: 1 })
    .sort({ searchName: 1 })
    .lean();
  return found.map(({ _id, name, grants }) => ({
    ...{ id: _id, name },
    regions: grants.filter((each) => each.role === role).map(({ scope }) => scope.replace('region:', '')),
  }));
}
