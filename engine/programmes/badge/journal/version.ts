// Which version of an entry its decider saw: another one after every change of it.
import type { Entry } from './store.ts';

export const entryVersion = ({ v }: Pick<Entry, 'v'>): string => String(v);
