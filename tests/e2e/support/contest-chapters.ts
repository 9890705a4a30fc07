// The contest on the page: a student is nominated with a document, and the college's officer admits the nomination.
import { picture } from './browsing.ts';
import { CITY, greet } from './registering.ts';
import type { Table } from './table.ts';
import { answers, say, tap } from './turns.ts';

const COLLEGE = /Мысал|Mysal/;

export async function isNominated(table: Table, paper: Buffer): Promise<void> {
  const student = await table.first('participant.web.demo-contest-new');
  await greet(table, student, 'contest:welcome');
  await student.tap('contest:button.begin');
  await answers(
    student,
    ['register:which-name', say('Образцова Айша')],
    ['register:which-birth-date', say('14.05.2007')],
    ['register:which-region', tap(CITY)],
    ['register:which-phone', tap('common:button.skip')],
    ['register:review', tap('register:button.save')],
    ['contest:consent.text', tap('contest:consent.agree')],
    ['contest:nominate.which-studies', tap('contest:studies.college')],
    ['contest:nominate.which-region', tap(CITY)],
    ['contest:nominate.which-college', tap(COLLEGE)],
    ['contest:nominate.which-mark', tap('contest:mark.5')],
    ['contest:nominate.which-grounds', tap('contest:ground.leader')],
    ['contest:nominate.which-grounds', tap('common:button.done')],
    ['contest:nominate.what-leader', say('Два года возглавляю студенческий совет колледжа')],
    ['contest:nominate.files-leader', (seat) => seat.attach('council.pdf', 'application/pdf', paper)],
    ['common:dialogue.files-so-far', tap('common:button.done')],
    ['contest:nominate.review', tap('contest:button.nominate')],
  );
  await student.reads('contest:nominate.done');
  const officer = await table.with('contest-officer');
  await officer.hears('contest-staff:card.nomination', 'Образцова');
  await picture(table.page, 'contest-card');
  await officer.tap('contest-staff:button.admit');
  await officer.seesItBecome('contest-staff:result.admitted');
  await student.hears('contest:notice.admitted');
  await student.say('/status');
  await student.hears('contest:status.at-college');
  await picture(table.page, 'contest-status');
}
