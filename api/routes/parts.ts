// Pieces that the schemas of several resources share. Schemas and the plain values for them only.
import Type, { type TSchema } from 'typebox';
import { regions } from '../../engine/kernel/regions.ts';
import { SOMETHING_VISIBLE } from '../../engine/kernel/typed-text.ts';

export const closed = { additionalProperties: false } as const;

export const nullable = <S extends TSchema>(schema: S) => Type.Union([Type.Null(), schema]);

/** For what people write: something of it can be seen. */
export const visible = { pattern: SOMETHING_VISIBLE } as const;

/** One of a list of words, as OpenAPI shows it best. */
export const word = <const T extends readonly string[]>(words: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words], ...(description && { description }) });

/** UTC, ISO 8601. */
export const moment = Type.String({ format: 'date-time' });
/** One that is given to us: the format alone allows leap seconds and offsets that make no Date. */
export const momentGiven = (description = 'UTC or with an offset, ISO 8601.') =>
  Type.String({
    format: 'date-time',
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
    description,
  });
export const civilDay = Type.String({ format: 'date', description: 'A civil date of Kazakhstan.' });
export const id = Type.String({ minLength: 1, maxLength: 120 });
export const bin = Type.String({ pattern: '^\\d{12}$', description: 'Business number of the organisation.' });
export const reason = Type.String({
  minLength: 3,
  maxLength: 1_000,
  ...visible,
  description: 'Read by the person concerned.',
});
export const search = Type.String({
  minLength: 2,
  maxLength: 100,
  ...visible,
  description: 'Part of a name; Kazakh letters are folded (Әлия finds Алия).',
});
export const regionCode = word(
  regions.map((region) => region.code) as [string, ...string[]],
  'ISO 3166-2:KZ code.',
);

/** Who is spoken of. */
export const personRef = Type.Object({ id: Type.String(), name: Type.String() });

export const idParams = Type.Object({ id }, closed);

export const iso = (at: Date): string => at.toISOString();
export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
