// The commands that a messenger offers while one types, described in each language.
import type { Desk } from '../../engine/kernel/chat.ts';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import { text } from '../../engine/kernel/message.ts';
import type { Programme } from '../../engine/programmes/programme.ts';
import { plainText } from '../../locales/texts.ts';

const offered: Readonly<Record<Desk, readonly string[]>> = {
  participant: ['menu', 'status', 'cancel', 'lang', 'mydata', 'delete', 'help'],
  staff: ['menu', 'queue', 'roles', 'away', 'notices', 'cancel', 'lang', 'mydata', 'delete', 'help'],
};

/** Known to those who type it; at the staff desk it is another word for the queue. */
const hidden: readonly string[] = ['status'];

export interface ShownCommand {
  readonly command: string;
  readonly description: string;
}

/** The shared ones, then those that only a programme has, described in its own texts. */
export function shownCommands(
  desk: Desk,
  programmes: readonly Pick<Programme, 'id' | 'desks'>[],
): Readonly<Record<Language, readonly ShownCommand[]>> {
  const shared = offered[desk].map((command) => ({ command, key: `common:command.${command}` }));
  const own = programmes.flatMap(({ id, desks }) =>
    Object.keys(desks[desk]?.commands ?? {})
      .filter((command) => !offered[desk].includes(command) && !hidden.includes(command))
      .map((command) => ({ command, key: `${id}:command.${command}` })),
  );
  const inLanguage = (language: Language) =>
    [...shared, ...own].map(({ command, key }) => ({ command, description: plainText(text(key), language) }));
  return Object.fromEntries(languages.map((each) => [each, inLanguage(each)])) as Record<
    Language,
    ShownCommand[]
  >;
}
