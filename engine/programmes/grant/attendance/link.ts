// The links behind the QR codes of events: to a list, and to a survey. Nothing about anybody stands in them.
import type { EngineContext } from '../../context.ts';

const PREFIXES = { list: 'ga_', survey: 'gs_' } as const;
export type EventLinkKind = keyof typeof PREFIXES;

/** What stands behind `?start=`. */
export const eventPayload = (kind: EventLinkKind, id: string): string => `${PREFIXES[kind]}${id}`;

/** Null for a payload of any other kind. */
export function eventInLink(payload: string): { readonly kind: EventLinkKind; readonly id: string } | null {
  for (const kind of ['list', 'survey'] as const)
    if (payload.startsWith(PREFIXES[kind])) return { kind, id: payload.slice(PREFIXES[kind].length) };
  return null;
}

export const eventLink = ({ links }: EngineContext, kind: EventLinkKind, id: string): string =>
  links.start('participant', eventPayload(kind, id));

/** The page with the code, to show on a screen or to print. */
export const eventCodePage = ({ links }: EngineContext, kind: EventLinkKind, id: string): string =>
  links.page(`grant/code/${eventPayload(kind, id)}`);
