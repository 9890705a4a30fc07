// The first words at a desk: what each of its programmes says of itself, with the ways in.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Dialogue } from '../../dialogue/step.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { FoundPart } from '../assemble.ts';
import { welcome } from './welcome.ts';

export const greeting = (parts: readonly FoundPart[]): Dialogue<EngineContext> =>
  welcome((talk) => {
    const blocks = parts.map((each) => each.introduction(talk));
    return {
      texts: blocks.flatMap(({ texts }) => texts),
      buttons: [...blocks.flatMap(({ rows }) => rows), [goButton('common:button.help', 'shared.help')]],
      next: 'end',
    };
  });
