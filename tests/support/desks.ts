// The desks of the product, for tests that talk at one of them.
import { participantDesk as participant } from '../../bot/dialogues/participant.ts';
import { staffDesk as staff } from '../../bot/dialogues/staff.ts';
import { programmes } from '../../engine/programmes/registry.ts';

export const participantDesk = await participant(programmes);
export const staffDesk = await staff(programmes);
