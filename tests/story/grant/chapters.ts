// The grant's story, chapter by chapter, as people live it. Keys stand for texts, so that one script reads the same in three languages and
// three channels.
import { setTimeout as pause } from 'node:timers/promises';
import { DAY } from '../../../engine/kernel/clock.ts';
import {
  grantorRoles,
  importPlan,
  projectOf,
  samplePlan,
  setTrip,
  standingOf,
} from '../../../engine/programmes/grant/programme.ts';
import { acceptWholePlan } from '../../support/grant/half-year.ts';
import type { World } from '../../support/world/world.ts';
import { actorIn, type Cast, makePresident, projectIn } from './cast.ts';
import { wordsIn } from './words.ts';

export async function projectIsRegistered(_world: World, { lead }: Cast): Promise<void> {
  const words = wordsIn[lead.language];
  await lead.say('/start');
  await lead.hears('common:welcome.greeting');
  await lead.tap(`common:language.${lead.language}`);
  await lead.hears('grant:welcome');
  await lead.tap('grant:button.register');
  await lead.hears('register:which-name');
  await lead.say(words.lead);
  await lead.hears('register:which-phone');
  await lead.tap('common:button.skip');
  await lead.hears('register:review');
  await lead.tap('register:button.save');
  await lead.hears('grant:register.grantee');
  for (const line of words.lines) await lead.say(line);
  await lead.hears('grant:register.application');
  await lead.tap('common:button.skip');
  await lead.hears('grant:register.contract');
  await lead.tap('common:button.skip');
  await lead.hears('grant:register.review');
  await lead.tap('grant:button.register');
  await lead.hears('grant:register.done');
}

/** The workbook itself is sent in tests/dialogues/grant: here the plan comes as over the API. */
export async function planIsSent(world: World, { lead }: Cast): Promise<void> {
  const project = await projectIn(world);
  await importPlan(
    world.ctx,
    { id: 'story/plan', actor: await actorIn(world, 'lead', 'participant') },
    project,
    samplePlan(),
  );
  await makePresident(world);
  await lead.say('/menu');
  await lead.hears('grant:menu.projects');
  await lead.tap('· 0');
  await lead.hears('grant:project.not-agreed');
  await lead.tap('grant:button.send-plan');
  await lead.hears('grant:send-plan.sure');
  await lead.tap('grant:button.send-plan');
  await lead.hears('grant:send-plan.done');
}

export async function planIsAgreed(_world: World, { lead, president, grantors }: Cast): Promise<void> {
  await president.getsNotice('grant:notice.plan-to-sign');
  await president.tap('grant:button.sign');
  await president.hears('grant:sign.sure');
  await president.tap('grant:sign.way.own');
  await president.hears('grant:sign.done');
  for (const role of grantorRoles) {
    const grantor = grantors[role];
    await grantor.getsNotice('grant-staff:card.plan.first');
    const acting = role === 'grant-director' || role === 'grant-chair';
    await grantor.tap(`grant-staff:button.${acting ? 'agree-acting' : 'agree'}`);
    await grantor.hears(`grant-staff:sure.${acting ? 'agreed-acting' : 'agreed'}`);
    await grantor.tap(`grant-staff:button.${acting ? 'agree-acting' : 'agree'}`);
    await grantor.hears(`grant-staff:done.${acting ? 'agreed-acting' : 'agreed'}`);
  }
  await lead.getsNotice('grant:notice.plan-agreed');
}

export async function evidenceIsAccepted(_world: World, { lead, grantors }: Cast): Promise<void> {
  const manager = grantors['grant-chief-manager'];
  await lead.tap('grant:button.project');
  await lead.hears('grant:project.title');
  await lead.tap('grant:button.plan');
  await lead.hears('grant:task.line');
  await lead.tap('1.1 ·');
  await lead.hears('grant:activity.title');
  await lead.tap('grant:button.send-evidence');
  await lead.hears('grant:send.which-indicator');
  await lead.tap('1.1.3 ·');
  await lead.hears('grant:send.link');
  await lead.say('https://www.instagram.com/p/mysal-example-1/');
  await lead.hears('grant:send.date');
  await lead.tap('common:day.today');
  await lead.hears('grant:send.place');
  await lead.tap('common:button.skip');
  await lead.hears('grant:send.share');
  await lead.tap('grant:send.only-here');
  await lead.hears('grant:send.review');
  await lead.tap('grant:button.send');
  await lead.hears('grant:send.done');
  await manager.getsNotice('grant-staff:card.evidence');
  await manager.tap('grant-staff:button.accept');
  await manager.hears('grant-staff:result.evidence.accepted');
  await lead.getsNotice('grant:notice.evidence.accepted');
  await lead.tap('grant:button.project');
  await lead.hears('grant:project.title');
}

/** Until the end of October: all the rest comes through the use-cases, and is accepted. */
export async function halfYear(world: World, cast: Cast): Promise<void> {
  const { lead } = cast;
  await world.clock.advance(115 * DAY);
  const project = await projectIn(world);
  const by = await actorIn(world, 'lead', 'participant');
  await setTrip(world.ctx, { id: 'story/trip', actor: by }, project, { from: '2025-07-01', days: 3 });
  const manager = await actorIn(world, 'grant-chief-manager', 'staff');
  await acceptWholePlan(world.ctx, project, { lead: by, manager });
  await allTold(world, project, cast);
  await lead.say('/status');
  await lead.hears(/100\s?%/);
}

/** The lead makes the final report in the chat and sends it; the grantor's manager accepts it. */
export async function finalReport(_world: World, { lead, president, grantors }: Cast): Promise<void> {
  const manager = grantors['grant-chief-manager'];
  await lead.tap('· 100');
  await lead.hears('grant:project.title');
  await lead.tap('grant:button.reports');
  await lead.hears('grant:report.none');
  await lead.tap('grant:button.make-report-final');
  await lead.hears('grant:report.sure-make');
  await lead.tap('grant:button.make-report');
  await lead.hears('grant:report.how-to-download');
  await lead.tap('grant:button.send-report');
  await lead.hears('grant:report.sure-send');
  await lead.tap('grant:button.send-report');
  await lead.hears('grant:report.sent');
  await manager.getsNotice('grant-staff:card.report.final');
  await manager.tap('grant-staff:button.open-report');
  await manager.hears('grant:report.how-to-download');
  await manager.tap('grant:button.to-decision');
  await manager.hears('grant-staff:card.report.final');
  await manager.tap('grant-staff:button.accept-report');
  await manager.hears('grant-staff:sure.report-accepted');
  await manager.tap('grant-staff:button.accept-report');
  await manager.hears('grant-staff:done.report-accepted');
  await lead.getsNotice('grant:notice.report.accepted.final');
  await president.getsNotice('grant:notice.report.accepted.final');
  const settled = () => manager.count('grant-staff:result.report.accepted');
  await until(async () => ((await settled()) > 0 ? null : 'the report’s card is not settled'));
}

const PATIENCE = 60_000;

/** Everybody has heard of everything: nothing comes after the story's end. */
async function allTold(world: World, project: string, { lead, grantors }: Cast): Promise<void> {
  const { ctx } = world;
  const { counted } = await standingOf(ctx, await projectOf(ctx, project));
  const by = (await actorIn(world, 'lead', 'participant')).id;
  const sent = counted.filter(({ sentBy }) => sentBy === by).length;
  const manager = grantors['grant-chief-manager'];
  await until(async () => {
    const told = await lead.count('grant:notice.evidence.accepted');
    const settled = await manager.count('grant-staff:result.evidence.accepted');
    if (told >= sent && settled >= counted.length) return null;
    return `${told} of ${sent} told, ${settled} of ${counted.length} settled`;
  });
}

/** @param missing what is still to come, null when all has */
async function until(missing: () => Promise<string | null>): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let lacks = await missing(); lacks !== null; lacks = await missing()) {
    if (performance.now() > end) throw new Error(lacks);
    await pause(100);
  }
}
