// What somebody may be at the staff desk: the ways in that programmes leave open to all, or the invitation that they were
// given. Asked of a newcomer, and of staff who take on something else.
import { text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say, saying } from '../../../dialogue/steps/call.ts';
import type { FoundPart } from '../../assemble.ts';
import { type Before, introduction } from '../greeting.ts';
import { invitedRow } from './menu.ts';

export const asked = (): Before => ({ text: text('staff:who'), rows: [invitedRow()] });

export const who = (parts: readonly FoundPart[]): Dialogue<EngineContext> =>
  dialogue('staff.who', { version: 1 }, [say('ask', (talk) => introduction(talk, parts, asked()))]);

export const invited: Dialogue<EngineContext> = dialogue('staff.invited', { version: 1 }, [
  say('how', () => saying('staff:invited')),
]);
