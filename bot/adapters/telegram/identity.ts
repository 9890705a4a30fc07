// Asks Telegram which bot a token belongs to: the first call, and the one that finds a wrong token.
import { AppError } from '../../../engine/kernel/errors.ts';
import { isRecord } from './bot-api.ts';
import type { Call } from './calls.ts';
import { ApiRefusal } from './failures.ts';

/** @throws AppError `configuration` for a token that Telegram does not accept; ApiRefusal, NoAnswer */
export async function whoAmI(call: Call, tokenVariable: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const me = await call('getMe', {});
    if (!isRecord(me)) throw new ApiRefusal(500, 'getMe told nothing');
    return me;
  } catch (error) {
    // Telegram answers 404 to what does not even look like a token.
    if (error instanceof ApiRefusal && (error.code === 401 || error.code === 404)) {
      throw new AppError(
        'configuration',
        `${tokenVariable}: Telegram does not accept this token. Take it from @BotFather again.`,
        [{ pointer: tokenVariable }],
        error,
      );
    }
    throw error;
  }
}
