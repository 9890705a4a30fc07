// How a record of the audit chain is shown.
import Type from 'typebox';
import type { AuditRecord } from '../../engine/store/owned.ts';
import { iso, moment } from './parts.ts';

export const auditRow = Type.Object({
  id: Type.String(),
  document: Type.String({ description: 'Owner collection and id, e.g. `people/abc`.' }),
  seq: Type.Integer(),
  at: moment,
  actor: Type.String({ description: '`person:<id>`, `key:<id>` or `system:system`.' }),
  action: Type.String(),
  command: Type.String(),
  request: Type.Optional(
    Type.String({
      description: "The API request's `X-Request-Id`, or the chat's update, as the logs name it.",
    }),
  ),
  fields: Type.Array(Type.String({ description: 'A property that changed.' })),
  events: Type.Array(
    Type.String({ description: 'What was announced, in order; each is told to whom it concerns.' }),
  ),
  details: Type.Unknown({ description: 'What else the change says; personal data as keyed hashes.' }),
  previous: Type.String({ description: 'Hash of the record before.' }),
  hash: Type.String(),
});

export const auditRowOf = (record: AuditRecord) => ({ ...record, at: iso(record.at) });
