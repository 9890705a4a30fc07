// The programmes of this system, one line each.
import { badge } from './badge/programme.ts';
import { contest } from './contest/programme.ts';
import { credit } from './credit/programme.ts';
import { grant } from './grant/programme.ts';
import type { Programme } from './programme.ts';

export const programmes: readonly Programme[] = [credit, badge, contest, grant];
