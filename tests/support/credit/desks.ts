// The desks of a Qadam that runs the credit alone, and a stage for its transcripts: they stay its own, whatever joins the
// product's registry.
import { participantDesk as participant } from '../../../bot/dialogues/participant.ts';
import { staffDesk as staff } from '../../../bot/dialogues/staff.ts';
import { credit } from '../../../engine/programmes/credit/programme.ts';
import { openStage, type Stage, type StageSettings } from '../transcript/stage.ts';

const programmes = [credit];

export const participantDesk = await participant(programmes);
export const staffDesk = await staff(programmes);

export const openCreditStage = (settings: StageSettings = {}): Promise<Stage> =>
  openStage({ programmes, ...settings });
