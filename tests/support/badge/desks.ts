// The desks of a Qadam that runs the badge programme beside the credit, which brings the decisions about organisations; and a
// stage for its transcripts: they stay its own, whatever joins the product's registry.
import { participantDesk as participant } from '../../../bot/dialogues/participant.ts';
import { staffDesk as staff } from '../../../bot/dialogues/staff.ts';
import { badge } from '../../../engine/programmes/badge/programme.ts';
import { credit } from '../../../engine/programmes/credit/programme.ts';
import { openStage, type Stage, type StageSettings } from '../transcript/stage.ts';

const programmes = [credit, badge];

export const participantDesk = await participant(programmes);
export const staffDesk = await staff(programmes);

export const openBadgeStage = (settings: StageSettings = {}): Promise<Stage> =>
  openStage({ programmes, ...settings });
