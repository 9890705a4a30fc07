// The main story of the grant programme: a project is registered, agreed by both sides, its first evidence accepted in the chat;
// people come to its events and answer its surveys; all of the half-year's is accepted, and its final report.
import { renderPdf } from '../../../engine/documents/pdf/render.ts';
import {
  lastReport,
  openReport,
  planCounts,
  planOf,
  projectOf,
  standingOf,
} from '../../../engine/programmes/grant/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import { pagesOf } from '../../support/pdf-text.ts';
import type { World } from '../../support/world/world.ts';
import { type Chapters, type Outcome, storyOf } from '../story.ts';
import { actorIn, type Cast, openCast, people, projectIn } from './cast.ts';
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
  report: told.finalReport,
};

export const story = storyOf<Cast>({
  ...{ people, open: openCast, chapters, outcome },
  inWebChat: ['president', 'grant-deputy-chair'],
});

async function outcome(world: World): Promise<Outcome> {
  const project = await projectOf(world.ctx, await projectIn(world));
  const { progress } = await standingOf(world.ctx, project);
  return {
    ...planCounts(planOf(project)),
    percent: progress.percent,
    reportPages: await pagesIn(world, project._id),
  };
}

/** Of the accepted final report, as its manager downloads it. */
async function pagesIn(world: World, project: string): Promise<number> {
  const report = await lastReport(world.ctx, project);
  if (report?.state !== 'accepted') return 0;
  const manager = await actorIn(world, 'grant-chief-manager', 'staff');
  const document = await openReport(world.ctx, manager, report._id);
  const say = (words: Parameters<Parameters<typeof renderPdf>[1]>[0]) =>
    typeof words === 'string' ? words : plainText(words, 'kk');
  return (await pagesOf(await renderPdf(document.layout('kk'), say, document.madeAt))).length;
}
