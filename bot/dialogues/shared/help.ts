// What this desk can do, and how to talk to it.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { say, saying } from '../../dialogue/steps/call.ts';

/** Says `common:help.<desk>`. */
export const help: Dialogue<EngineContext> = dialogue('shared.help', { version: 1 }, [
  say('help', (talk) => saying(`common:help.${talk.address.desk}`)),
]);
