// The list of commands that Telegram offers while one types, in each person's language.
import { type Language, languages } from '../../../engine/kernel/languages.ts';
import type { Call } from './calls.ts';
import { asSendFailure } from './failures.ts';

export interface ShownCommand {
  /** Without the slash. */
  readonly command: string;
  readonly description: string;
}

export type CommandsByLanguage = Readonly<Record<Language, readonly ShownCommand[]>>;

/** Those whose language is none of ours see Kazakh. @throws SendFailure */
export async function publishCommands(call: Call, commands: CommandsByLanguage): Promise<void> {
  const scope = { type: 'all_private_chats' };
  try {
    await call('setMyCommands', { commands: commands.kk, scope });
    for (const language of languages) {
      await call('setMyCommands', { commands: commands[language], scope, language_code: language });
    }
  } catch (error) {
    throw asSendFailure(error, true);
  }
}
