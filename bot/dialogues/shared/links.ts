// Addresses of pages that dialogues point to. The secrets in them are one-time and never logged.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Talk } from '../../dialogue/talk.ts';

/** The secure form behind a one-time secret. */
export const formUrl = (talk: Talk<EngineContext>, secret: string): string => talk.env.links.form(secret);
