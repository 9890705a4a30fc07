// The sample project that ships with Qadam: «Тең мүмкіндік», the annex of a state grant contract with fictional bodies. Story, demo and
// tests read this copy.
import { readFileSync } from 'node:fs';
import { readAnnex } from '../import/read-annex.ts';
import type { Plan } from '../plan/shape.ts';

const file = new URL('./equal-opportunity.json', import.meta.url);

export const sampleAnnex = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** @throws Error where the shipped file is not of its shape: a bug of ours */
export function samplePlan(): Plan {
  const { plan, faults } = readAnnex(sampleAnnex());
  if (!plan) throw new Error(`the shipped sample: ${JSON.stringify(faults)}`);
  return plan;
}
