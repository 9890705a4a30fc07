// A grant on the page: the lead opens the long plan, sends photos for an indicator, and the grantor's manager accepts.
import { picture } from './browsing.ts';
import type { Table } from './table.ts';
import { answers, tap } from './turns.ts';

export async function sendsEvidence(table: Table, photo: Buffer): Promise<void> {
  const lead = await table.first('participant.web.demo-grant-lead');
  await lead.say('/menu');
  await lead.hears('grant:menu.projects');
  await lead.tap(/· \d/);
  await lead.hears('grant:project.title');
  await picture(table.page, 'grant-project');
  await lead.tap('grant:button.plan');
  await lead.reads('grant:task.line');
  await picture(table.page, 'grant-plan');
  await lead.tap(/^\s*1\.1 ·/);
  await lead.reads('grant:activity.title');
  await lead.tap('grant:button.send-evidence');
  await lead.reads('grant:send.which-indicator');
  await lead.tap(/^\s*1\.1\.1 ·/);
  await answers(
    lead,
    ['grant:send.photos', (seat) => seat.attach('course.png', 'image/png', photo, photo)],
    ['common:dialogue.files-so-far', tap('common:button.done')],
  );
  await picture(table.page, 'grant-after-photos');
  await answers(
    lead,
    ['grant:send.date', tap('common:day.today')],
    ['grant:send.place', tap('common:button.skip')],
    ['grant:send.review', tap('grant:button.send')],
  );
  await lead.reads('grant:send.done');
  const manager = await table.with('grant-chief-manager');
  await manager.hears('grant-staff:card.evidence', '1.1.1');
  await picture(table.page, 'grant-card');
  await manager.tap('grant-staff:button.accept');
  await manager.seesItBecome('grant-staff:result.evidence.accepted');
  await lead.hears('grant:notice.evidence.accepted');
  await picture(table.page, 'grant-accepted');
}
