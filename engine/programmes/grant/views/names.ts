// What a text names in the reader's language: the text itself picks `<name>Kk`, `<name>Ru` or `<name>En`.
import type { TextParams } from '../../../kernel/result.ts';
import { type Activity, activityOf, type Indicator, indicatorIn, type Plan } from '../plan/shape.ts';
import { type Words, wordsIn } from '../plan/words.ts';

export const named = (name: string, words: Words | null): TextParams => ({
  [`${name}Kk`]: shown(words, 'kk'),
  [`${name}Ru`]: shown(words, 'ru'),
  [`${name}En`]: shown(words, 'en'),
});

const shown = (words: Words | null, language: 'kk' | 'ru' | 'en'): string =>
  (words === null ? '' : wordsIn(words, language)) || '—';

/** Texts set a theme in quotation marks of their own: those that stand in the annex would be doubled. */
export const themeParams = ({ general }: Pick<Plan, 'general'>): TextParams =>
  Object.fromEntries(
    Object.entries(named('theme', general.theme)).map(([name, theme]) => [name, unquoted(String(theme))]),
  );

const unquoted = (words: string): string => /^[«“"](.*)[»”"]$/u.exec(words)?.[1] ?? words;

export const activityParams = (activity: Pick<Activity, 'id' | 'title'>): TextParams => ({
  activity: activity.id,
  ...named('activity', activity.title),
});

/** Of an activity that a later version may no longer have. */
export const activityNamed = (plan: Pick<Plan, 'tasks'>, id: string): TextParams =>
  activityParams(activityOf(plan, id) ?? { id, title: {} });

export const indicatorParams = (indicator: Pick<Indicator, 'id' | 'name' | 'words'>): TextParams => ({
  indicator: indicator.id,
  ...named('indicator', indicator.name),
  ...named('plan', indicator.words),
});

export const indicatorNamed = (plan: Pick<Plan, 'tasks'>, id: string): TextParams =>
  indicatorParams(indicatorIn(plan, id)?.indicator ?? { id, name: {}, words: {} });
