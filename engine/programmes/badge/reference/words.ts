// The words that the badge's reference data are sorted by, besides levels and directions.

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
