// Somebody with a Telegram account, as the server knows them; their actions are in user.ts.
import type { User as Profile } from 'grammy/types';

export interface PersonOptions {
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
}

export class Person {
  readonly profile: Profile;
  /** A deleted account: bots are refused with 403. */
  deactivated = false;

  constructor({ id, firstName, lastName, username, languageCode }: PersonOptions) {
    this.profile = {
      ...{ id, is_bot: false, first_name: firstName },
      ...(lastName === undefined ? {} : { last_name: lastName }),
      ...(username === undefined ? {} : { username }),
      ...(languageCode === undefined ? {} : { language_code: languageCode }),
    };
  }
}
