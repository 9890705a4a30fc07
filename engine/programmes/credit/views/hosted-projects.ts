// The projects of the organisations where someone is head or coordinator, with what is left in them.
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import type { EngineContext } from '../../context.ts';
import { type Project, projects } from '../store.ts';
import { type ProjectView, projectViews } from './projects.ts';

export interface HostedProject extends ProjectView {
  readonly places: number;
}

const MOST = 50;

/** Published projects that are not over, the soonest first; none for an actor who hosts nothing. */
export async function projectsHostedBy(ctx: EngineContext, actor: Actor): Promise<readonly HostedProject[]> {
  const scopes = [...scopesOf(actor, 'head'), ...scopesOf(actor, 'coordinator')];
  const ids = scopes.map((scope) => scope.replace(/^organisation:/, ''));
  if (ids.length === 0) return [];
  const to = trusted({ $gte: localDate(ctx.clock.now()) });
  const filter = { state: 'published', to, organisationId: trusted({ $in: ids }) };
  const found = (await projects
    .on(ctx.db)
    .find(filter as never)
    .sort({ from: 1, _id: 1 })
    .limit(MOST)
    .lean()) as Project[];
  const places = new Map(found.map((each) => [each._id, each.places]));
  return (await projectViews(ctx, found)).map((view) => ({ ...view, places: places.get(view.id) ?? 0 }));
}
