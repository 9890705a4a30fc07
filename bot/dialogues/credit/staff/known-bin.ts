// The BIN of an organisation that is registered already.

import { AppError } from '../../../../engine/kernel/errors.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { organisationOf } from '../../../../engine/organisations/accreditation.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Field } from '../../../dialogue/steps/ask.ts';
import { bin } from '../../fields/bin.ts';

export const knownBin: Field<EngineContext> = {
  async parse(typed, talk) {
    const found = await bin.parse(typed, talk);
    if ('problem' in found) return found;
    try {
      await organisationOf(talk.env, String(found.value));
      return found;
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found')
        return { problem: text('credit-staff:org.bin-unknown') };
      throw error;
    }
  },
};
