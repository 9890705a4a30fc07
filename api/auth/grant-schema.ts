// A role in a scope, as requests and answers carry it: each role is held within scopes of its own kind.
import Type from 'typebox';
import { roles } from '../../engine/kernel/actor.ts';
import { closed, word } from '../routes/parts.ts';

const held = <const R extends string>(role: R, scope: string) =>
  Type.Object({ role: Type.Literal(role), scope: Type.String({ pattern: `^(${scope})$` }) }, closed);

/** A role of the staff that somebody may be given. */
export const staffGrant = Type.Union([
  held('head', 'organisation:\\d{12}'),
  held('coordinator', 'organisation:\\d{12}'),
  held('accreditor', 'region:\\d{2}|network:nvs'),
  held('registrar', 'university:[a-z0-9-]{1,20}'),
  held('financial-centre', 'all'),
  held('operator', 'all'),
]);

/** A role as somebody holds it. */
export const grantSchema = Type.Object({
  role: word(roles),
  scope: Type.String({
    description: '`all`, `organisation:<bin>`, `region:<code>`, `network:nvs` or `university:<id>`.',
  }),
});
