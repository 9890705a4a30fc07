// On whose behalf something is published: a college, a region's education department or the Holding.
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { colleges } from '../../../reference/colleges.ts';
import { entryOf } from '../../../reference/entries.ts';
import type { EngineContext } from '../../context.ts';
import { actsForCollege, actsForRegion, actsForRepublic } from '../rights.ts';

export const REPUBLIC = 'all';

export const mayPublishFor = (actor: Actor, publisher: string): boolean => {
  const [kind, id = ''] = publisher.split(':');
  if (kind === 'college') return actsForCollege(actor, id);
  return kind === 'region' ? actsForRegion(actor, id) : publisher === REPUBLIC && actsForRepublic(actor);
};

/** Those for which an actor publishes. */
export const publishersOf = (actor: Actor): readonly string[] => [
  ...scopesOf(actor, 'college-officer'),
  ...scopesOf(actor, 'education-department'),
  ...(actsForRepublic(actor) ? [REPUBLIC] : []),
];

/** The region of a college or a department; null for the Holding. @throws AppError `not-found` */
export async function regionOfPublisher(ctx: EngineContext, publisher: string): Promise<string | null> {
  const [kind, id = ''] = publisher.split(':');
  if (kind === 'college') return (await entryOf(ctx, colleges, id)).entry.region;
  return kind === 'region' ? id : null;
}
