// The main story of the grant programme: a project is registered, agreed by both sides, its first evidence accepted in the chat;
// people come to its events and answer its surveys; and all of the half-year's is accepted.
import { planCounts, planOf, projectOf, standingOf } from '../../../engine/programmes/grant/programme.ts';
import type { World } from '../../support/world/world.ts';
import { type Chapters, type Outcome, storyOf } from '../story.ts';
import { type Cast, openCast, people, projectIn } from './cast.ts';
import * as told from './chapters.ts';
import { eventsAreHeld, surveysAreAnswered } from './events.ts';

const chapters: Chapters<Cast> = {
  registration: told.projectIsRegistered,
  plan: told.planIsSent,
  agreement: told.planIsAgreed,
  evidence: told.evidenceIsAccepted,
  events: eventsAreHeld,
  surveys: surveysAreAnswered,
  'half-year': told.halfYear,
};

export const story = storyOf<Cast>({
  ...{ people, open: openCast, chapters, outcome },
  inWebChat: ['president', 'grant-deputy-chair'],
});

async function outcome(world: World): Promise<Outcome> {
  const project = await projectOf(world.ctx, await projectIn(world));
  const { progress } = await standingOf(world.ctx, project);
  return { ...planCounts(planOf(project)), percent: progress.percent };
}
