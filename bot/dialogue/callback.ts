// Callback data: `<tag>:<step>:<choice>` answers a step of a running dialogue, `go:<dialogue>:<argument>` starts one.
// Never trusted: it only says what was tapped; permission is checked in the use-case.
import type { ButtonAction } from '../../engine/kernel/message.ts';

export const CALLBACK_LIMIT = 64;

export type Callback =
  | { readonly kind: 'choice'; readonly tag: string; readonly step: string; readonly choice: string }
  | { readonly kind: 'go'; readonly dialogue: string; readonly argument: string };

/** @throws RangeError when the data would be over Telegram's 64 bytes: a bug in a script, found by its transcript */
export function encodeCallback(
  action: Exclude<ButtonAction, { url: string }>,
  tag: string,
  step: string,
): string {
  const data =
    'go' in action ? `go:${action.go}:${action.argument ?? ''}` : `${tag}:${step}:${action.choice}`;
  if (Buffer.byteLength(data) > CALLBACK_LIMIT) throw new RangeError(`callback data over 64 bytes: ${data}`);
  return data;
}

/** @returns null for data that encodeCallback cannot have made */
export function decodeCallback(data: string): Callback | null {
  const [first, second, ...rest] = data.split(':');
  if (!first || !second || rest.length === 0) return null;
  const last = rest.join(':');
  if (first === 'go') return { kind: 'go', dialogue: second, argument: last };
  return { kind: 'choice', tag: first, step: second, choice: last };
}
