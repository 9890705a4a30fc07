// What follows from the events of surveys.
import type { StoreContext } from '../store/context.ts';
import type { StoredEvent } from '../store/owned.ts';
import { dropClaims } from './buckets.ts';

export const surveyEvents = {
  'surveys.closed': {
    react: (ctx: StoreContext, { data }: StoredEvent) => dropClaims(ctx, String(data.survey)),
  },
} as const;
