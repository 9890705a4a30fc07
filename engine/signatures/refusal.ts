// A refusal of a signature, by its problem.
import { type Refused, refused } from '../kernel/result.ts';
import type { SignatureProblem } from './port.ts';

export const noSignature = (problem: SignatureProblem): Refused => refused(`common.signature-${problem}`);
