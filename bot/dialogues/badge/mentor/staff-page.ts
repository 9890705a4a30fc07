// A member of staff fills their own page: who they are, what they have achieved, how they are reached, scans of papers.
import { text } from '../../../../engine/kernel/message.ts';
import { writeStaffPage } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { menuButton } from '../../shared/endings.ts';
import type { BadgeTalk } from '../talk.ts';

const LONG = freeText({ least: 3, most: 1500 });

export const staffPage: Dialogue<EngineContext> = dialogue('badge.staff-page', { version: 1 }, [
  ask('about', LONG, 'badge-mentor:page.about'),
  ask('achievements', LONG, 'badge-mentor:page.achievements', { optional: true }),
  ask('contact', freeText({ least: 5, most: 200 }), 'badge-mentor:page.contact'),
  attach('photo', 'badge-mentor:page.photo', { kinds: ['photo'], most: 1, optional: true }),
  attach('scans', 'badge-mentor:page.scans', { kinds: ['photo', 'document'], most: 10, optional: true }),
  call('write', written, {
    ok: () => ({ texts: [text('badge-mentor:page.done')], buttons: [[menuButton()]], next: 'end' }),
  }),
]);

/** What was skipped stays as it was. */
function written(talk: BadgeTalk) {
  const { draft } = talk;
  const [photo] = answerList(draft, 'photo');
  const scans = answerList(draft, 'scans');
  const achievements = answer(draft, 'achievements');
  return writeStaffPage(talk.env, talk.command('write'), {
    ...{ about: answer(draft, 'about'), contact: answer(draft, 'contact') },
    ...(achievements !== '' && { achievements }),
    ...(photo !== undefined && { photo }),
    ...(scans.length > 0 && { scans: [...scans] }),
  });
}
