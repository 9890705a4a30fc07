// A participant disputes what the mentor demands: the expert will decide.
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { demandingStates, entryOf, openDispute } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { button, ending, type JournalTalk } from './active.ts';

export const dispute: Dialogue<EngineContext> = dialogue('badge.dispute', { version: 1 }, [
  say('demand', demand),
  ask('words', freeText({ least: 10, most: 1500 }), 'badge-journal:dispute.words'),
  call(
    'open',
    (talk: JournalTalk) =>
      openDispute(talk.env, talk.command('open'), talk.argument, answer(talk.draft, 'words')),
    { ok: () => ending('dispute.sent', {}, button('progress', 'badge.progress')) },
  ),
]);

async function demand(talk: JournalTalk): Promise<Outcome> {
  const entry = await entryOf(talk.env, talk.argument).catch(() => null);
  const isTheirs = entry?.person === talk.actor.id && demandingStates.includes(entry.state);
  if (!entry || !isTheirs) return ending('reason.nothing-to-dispute', {});
  const { direction, kind, date, decision } = entry;
  const params = { direction, kind, date: seenOn(talk.now, date), words: decision?.words ?? '' };
  return { texts: [{ key: 'badge-journal:dispute.demand', params }], next: 'on' };
}
