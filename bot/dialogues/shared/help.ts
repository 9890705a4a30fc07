// What this desk can do, and how to talk to it: what each programme says of itself, then what holds for all.
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import type { FoundPart } from '../assemble.ts';
import { textsOf } from './titles.ts';

/** Says `common:help.<desk>`. */
export const help = (parts: readonly FoundPart[]): Dialogue<EngineContext> =>
  dialogue('shared.help', { version: 1 }, [
    say('help', (talk) => {
      const own = parts.flatMap(({ title, help: key }) =>
        key === undefined ? [] : [{ title, texts: [text(key)] }],
      );
      return { texts: [...textsOf(own), text(`common:help.${talk.address.desk}`)], next: 'on' };
    }),
  ]);
