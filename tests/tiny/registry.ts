// The registry of the product with one more programme.
import { programmes } from '../../engine/programmes/registry.ts';
import { tiny } from './engine/programmes/tiny/programme.ts';

export const withTiny = [...programmes, tiny];
