// The log of a story: silent, but an error that nobody expected is shown when the story fails.
import type { Log } from '../../../bot/dialogue/log.ts';

export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields, message) => {
    if (process.env.STORY_LOG) console.error(message, fields);
  },
};
