// Whom a message speaks of: ids of persons, and of what is theirs (an entry, an interview). By these, and never by its
// words, a message is found again when one of them is erased.
import type { Button, Message, Text } from './message.ts';

/** As newId and derivedId make them. */
const ID = /(?<![0-9a-z])(?:[2-9a-hjkmnp-z]{16}|[0-9a-f]{16})(?![0-9a-z])/g;

/** The ids that stand in names, keys, arguments of buttons: `hours.<id>`, `credit_students/<id>`. */
export const idsIn = (...words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((each) => each.match(ID) ?? [])),
];

/** Whether an answer is an id that was chosen; digits alone may be a number that somebody typed. */
export const isId = (answer: unknown): answer is string =>
  typeof answer === 'string' && /[a-z]/.test(answer) && idsIn(answer)[0] === answer;

/** The same text, which is known to speak of these persons. */
export function naming(said: Text, ...ids: readonly (string | null | undefined)[]): Text {
  const known = ids.filter((each) => each != null && each !== '') as string[];
  return known.length === 0 ? said : { ...said, about: [...(said.about ?? []), ...known] };
}

/** All that a message is known to speak of: what was named, and what its buttons lead to. */
export function aboutOf({ about = [], texts, buttons = [] }: Message): readonly string[] {
  const shown = buttons.flat();
  const labels = [...texts, ...shown.map(({ label }) => label)];
  const named = labels.flatMap((each) => each.about ?? []);
  return [...new Set([...about, ...named, ...idsIn(...shown.map(targetOf))])];
}

function targetOf({ action }: Button): string {
  if ('url' in action) return '';
  return 'go' in action ? (action.argument ?? '') : action.choice;
}

/** Stands for an empty list where it is stored: the index then tells what is about nobody from what was never noted. */
const NOBODY = 'nobody';

/** The ids as they are stored. */
export const noted = (ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [NOBODY] : [...new Set(ids)];

/** The message with these named besides. */
export function speakingOf<M extends Message>(message: M, ids: readonly string[]): M {
  const about = [...new Set([...aboutOf(message), ...ids])];
  return about.length === 0 ? message : { ...message, about };
}
