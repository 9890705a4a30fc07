// The programmes that the model plays and foresees: the credit, beside the shared rooms.
import { credit } from '../../../../engine/programmes/credit/programme.ts';

export const modelled = [credit];
