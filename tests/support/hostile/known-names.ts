// Names that the product knows, for attacks that should look like its own: taken from whatever programmes there are.
import { programmes } from '../../../engine/programmes/registry.ts';

const [programme] = programmes;
if (!programme) throw new Error('attacks need a programme');

export const someId = programme.id;
export const someSet = programme.populations?.[0]?.set ?? someId;
export const someDialogue = programme.desks.participant?.menu[0] ?? 'menu';
