// Refuses keys that reach into prototypes, before anything else looks at a document. Never recurses: depth is hostile too.

import { pointerTo } from '../../kernel/json-pointer.ts';
import type { Findings } from '../finding.ts';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** @returns true when no such key was found */
export function checkKeys(content: unknown, findings: Findings): boolean {
  const waiting: { value: unknown; pointer: string }[] = [{ value: content, pointer: '' }];
  let clean = true;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const key of Object.keys(next.value)) {
      const pointer = pointerTo(next.pointer, key);
      if (FORBIDDEN.has(key)) {
        findings.add('prototype-key', pointer, key, 'remove it: this name is never allowed');
        clean = false;
      } else {
        waiting.push({ value: Reflect.get(next.value, key), pointer });
      }
    }
  }
  return clean;
}
