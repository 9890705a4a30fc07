// The commands that a messenger offers while one types, described in each language.
import type { Desk } from '../../engine/kernel/chat.ts';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import { text } from '../../engine/kernel/message.ts';
import { plainText } from '../../locales/texts.ts';

const offered: Readonly<Record<Desk, readonly string[]>> = {
  participant: ['menu', 'status', 'cancel', 'lang', 'mydata', 'delete', 'help'],
  staff: ['menu', 'queue', 'cancel', 'lang', 'mydata', 'delete', 'help'],
};

export interface ShownCommand {
  readonly command: string;
  readonly description: string;
}

export function shownCommands(desk: Desk): Readonly<Record<Language, readonly ShownCommand[]>> {
  const inLanguage = (language: Language) =>
    offered[desk].map((command) => ({
      command,
      description: plainText(text(`common:command.${command}`), language),
    }));
  return Object.fromEntries(languages.map((each) => [each, inLanguage(each)])) as Record<
    Language,
    ShownCommand[]
  >;
}
