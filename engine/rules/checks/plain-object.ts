// Small checks that groups and leaves of conditions share: keys, records, reason codes.

import { pointerTo } from '../../kernel/json-pointer.ts';
import type { Findings } from '../finding.ts';
import { CODE } from '../schema/parts.ts';

const REASON_CODE = new RegExp(CODE);

const TRAPS: Readonly<Record<string, { code: string; hint: string }>> = {
  priority: { code: 'priority', hint: 'remove it: with priorities some conditions are never evaluated' },
  path: { code: 'path', hint: 'remove it: give what it selects a fact of its own in the catalogue' },
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reports every key that is not allowed. */
export function refuseKeys(
  node: Record<string, unknown>,
  allowed: readonly string[],
  pointer: string,
  findings: Findings,
): void {
  for (const key of Object.keys(node).filter((each) => !allowed.includes(each))) {
    const trap = Object.hasOwn(TRAPS, key) ? TRAPS[key] : undefined;
    const code = trap?.code ?? 'unknown-key';
    findings.add(
      code,
      pointerTo(pointer, key),
      node[key],
      trap?.hint ?? `remove it; the keys are ${allowed.join(', ')}`,
    );
  }
}

/** A reason code belongs to the programme of its set: `credit.hours-short`. */
export function checkReasonCode(
  name: unknown,
  pointer: string,
  { programme, findings }: { readonly programme: string; readonly findings: Findings },
): void {
  if (typeof name === 'string' && REASON_CODE.test(name) && name.startsWith(`${programme}.`)) return;
  findings.add('reason-code', pointer, name ?? null, `give a reason code such as ${programme}.not-enough`);
}
