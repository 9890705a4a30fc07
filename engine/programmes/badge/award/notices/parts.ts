// The parts that all notices of the award are made of.
import type { Language } from '../../../../kernel/languages.ts';
import { type Button, type Message, type Text, text } from '../../../../kernel/message.ts';
import type { TextParams } from '../../../../kernel/result.ts';
import type { Notice } from '../../../../notify/notice.ts';
import type { Notify } from '../../../../parts/part.ts';
import type { EngineContext } from '../../../context.ts';
import { placeOf } from '../places.ts';
import { type Award, type Ceremony, ceremonyOf } from '../store.ts';

export type NotifyOf<P> = Notify<EngineContext, P>;

export const go = (label: string, dialogue: string, argument = ''): Button => ({
  label: text(`badge-award:button.${label}`),
  action: { go: dialogue, argument },
});

export const said = (key: string, params: TextParams = {}): Text => text(`badge-award:notice.${key}`, params);

export const messageOf = (texts: readonly Text[], ...buttons: readonly Button[]): Message => ({
  texts,
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
});

export const toParticipant = (to: string, message: Message): readonly Notice[] => [
  { to, desk: 'participant', message },
];

/** Each once; never the person whose own case it is. */
export const toStaff = (people: readonly string[], about: string, message: Message): readonly Notice[] =>
  [...new Set(people)].filter((to) => to !== about).map((to) => ({ to, desk: 'staff', message }));

/** When and where a ceremony is held. */
export function ceremonyText({ on, time, region, venue }: Ceremony): Text {
  const place: Readonly<Record<Language, string>> = placeOf(region) ?? { kk: '', ru: '', en: '' };
  return { ...text('badge-award:ceremony.place', { on, time, venue }), words: place };
}

/** What a laureate who is invited reads of the ceremony; nothing for who is not. */
export async function ceremonyTexts(
  ctx: EngineContext,
  { ceremony, decision }: Pick<Award, 'ceremony' | 'decision'>,
): Promise<readonly Text[]> {
  if (!decision?.invited) return [];
  if (ceremony === null) return [text('badge-award:ceremony.to-be-set')];
  const set = await ceremonyOf(ctx, ceremony);
  return set ? [text('badge-award:ceremony.invited'), ceremonyText(set)] : [];
}
