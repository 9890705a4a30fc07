// The registry of the product with one more programme, and a small one of two.
import { credit } from '../../engine/programmes/credit/programme.ts';
import { programmes } from '../../engine/programmes/registry.ts';
import { tiny } from './engine/programmes/tiny/programme.ts';

export const withTiny = [...programmes, tiny];
export const creditAndTiny = [credit, tiny];
