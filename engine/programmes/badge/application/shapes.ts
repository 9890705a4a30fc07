// What an application is made of, as it is kept in a participation.
import Type, { type Static } from 'typebox';
import { Instant, nullable, oneOf } from '../../../store/model.ts';
import { directions, forms, studies } from '../states.ts';

/** «Жеке ақпарат»: all of it is asked for (§3.1). `photo` is the kept file's id. */
export const Page = Type.Object({
  photo: Type.String(),
  residence: Type.Object({ region: Type.String(), place: Type.String() }),
  study: Type.Object({ kind: oneOf(studies), place: Type.String(), region: Type.String() }),
  about: Type.String(),
  hobby: Type.String(),
});
export type Page = Static<typeof Page>;

/** A direction that the level asks for: chosen by the participant, mandatory this year, or both. */
export const TakenDirection = Type.Object({
  direction: oneOf(directions),
  mandatory: Type.Boolean(),
  /** One of `forms`; null where the direction has none. */
  form: nullable(oneOf([...forms.sport, ...forms.talent, ...forms.heritage])),
  /** In the participant's words: what exactly, for work the field and the enterprise. */
  activity: Type.String(),
  /** Id of the authorised provider; null where none is needed. */
  provider: nullable(Type.String()),
});
export type TakenDirection = Static<typeof TakenDirection>;

/** The duty to meet the level's requirements, by which text it was taken on. */
export const Undertaking = Type.Object({ textVersion: Type.String(), at: Instant });

/**
 * How somebody proved that it is they who sign. `account`: their own registered account; `signature`: an electronic
 * signature; `code`: a code to a telephone that is not the minor's; `centre`: the centre saw them and their papers.
 */
export const proofs = ['account', 'signature', 'code', 'centre'] as const;
export type Proof = (typeof proofs)[number];

const Signed = Type.Object({
  person: Type.String(),
  at: Instant,
  how: oneOf(proofs),
  /** Who vouches, where it is the centre. */
  confirmedBy: nullable(Type.String()),
});
export type Signed = Static<typeof Signed>;

export const Agreement = Type.Object({
  textVersion: Type.String(),
  participant: nullable(Signed),
  /** Of somebody under 18; `account` alone is no proof where the setting asks for more. */
  guardian: nullable(Signed),
});
export type Agreement = Static<typeof Agreement>;

export const Decision = Type.Object({ by: Type.String(), at: Instant, reason: nullable(Type.String()) });

/** The mentor's talk before activation. What was said of health is kept sealed. */
export const Talk = Type.Object({
  participantAt: Instant,
  guardianAt: nullable(Instant),
  residence: Type.String(),
  sealedHealth: Type.String(),
  by: Type.String(),
});
export type Talk = Static<typeof Talk>;

export const Briefing = Type.Object({ at: Instant, by: Type.String() });
