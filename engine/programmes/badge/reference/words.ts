// The words that the badge's reference data are sorted by. Directions and levels are those of the rule files.

export const directions = [
  'sport',
  'talent',
  'reading',
  'heritage',
  'volunteering',
  'tourism',
  'work',
] as const;
export type Direction = (typeof directions)[number];

export const levels = ['bronze', 'silver', 'gold'] as const;
export type Level = (typeof levels)[number];

/** Directions that nobody goes on with without an authorised provider. */
export const providedDirections = ['volunteering', 'tourism'] as const satisfies readonly Direction[];
export type ProvidedDirection = (typeof providedDirections)[number];

/** Of the reading list: golden fund of Kazakh literature, of world literature, personal development and science. */
export const sections = ['kazakh', 'world', 'growth'] as const;
export type Section = (typeof sections)[number];

/** By whose standards sport is measured: everybody's, or the operator's for people with a disability. */
export const profiles = ['general', 'mobility', 'sight', 'hearing'] as const;
export type Profile = (typeof profiles)[number];

/** What a standard shows. One exercise of each is enough. */
export const abilities = ['endurance', 'strength', 'speed', 'flexibility'] as const;
export type Ability = (typeof abilities)[number];

export const units = ['seconds', 'metres', 'centimetres', 'times'] as const;
export type Unit = (typeof units)[number];
