// A step of the demo as a command: the same for a repeat.
import { type Command, systemActor } from '../../../kernel/actor.ts';

export const as = (what: string, by = systemActor): Command => ({ id: `demo/badge/${what}`, actor: by });
