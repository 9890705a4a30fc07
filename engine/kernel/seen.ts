// A decision on what was seen otherwise is none. Called by use-cases inside the write that decides, so that nothing can change
// in between.
import type { Command } from './actor.ts';
import { type Refused, refused } from './result.ts';

/** A refusal where the command names another version than the one that stands; null where it names none. */
export const refuseUnseen = ({ seen }: Pick<Command, 'seen'>, version: string): Refused | null =>
  seen === undefined || seen === version ? null : refused('common.changed-meanwhile');
