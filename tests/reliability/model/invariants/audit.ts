// Invariants 12 and 13: every chain is whole from its first change to its document's head, and no command has two effects.
import { auditHash } from '../../../../engine/store/audit.ts';
import type { AuditRecord } from '../../../../engine/store/owned.ts';
import type { Contents, Owner } from './contents.ts';
import { type Invariant, repeated } from './invariant.ts';

function faultsOf(owner: Owner, chain: readonly AuditRecord[]): readonly string[] {
  const document = `${owner.name}/${owner._id}`;
  const faults: string[] = [];
  let previous = '';
  for (const [index, record] of chain.entries()) {
    if (record.seq !== index + 1) faults.push(`${document}: number ${record.seq} at place ${index + 1}`);
    if (record.previous !== previous) faults.push(`${record.id} is not linked to the one before`);
    previous = record.hash;
  }
  if (owner.audit.head !== previous) faults.push(`${document}: its head is not the last record`);
  if (owner.audit.seq !== chain.length || owner.v !== chain.length)
    faults.push(`${document}: version ${owner.v}, audit ${owner.audit.seq}, ${chain.length} records`);
  return faults;
}

/** Without the `_id` that the log's own documents carry besides. */
const unsigned = (record: AuditRecord & { readonly _id?: string }): AuditRecord => {
  const { _id, ...rest } = record;
  return rest;
};

const whole = ({ owners, chains }: Contents) =>
  owners.flatMap((owner) => faultsOf(owner, chains.get(`${owner.name}/${owner._id}`) ?? []));

/** Sought at rest only: it costs more than all the others together, and an alteration does not go away. */
const unaltered = ({ chains }: Contents) =>
  [...chains.values()].flat().flatMap((record) => {
    const { hash, ...rest } = unsigned(record);
    return auditHash(rest) === hash ? [] : [`${record.id} was altered`];
  });

const carried = ({ owners }: Contents) =>
  owners
    .filter((owner) => owner.outbox.length > 0)
    .map(({ name, _id, outbox }) => `${name}/${_id}: ${outbox.length} items wait in its outbox`);

const once = ({ chains }: Contents) =>
  [...chains].flatMap(([document, chain]) =>
    repeated(chain.map((record) => record.command)).map(
      (id) => `${document}: command ${id} took effect twice`,
    ),
  );

export const auditInvariants: readonly Invariant[] = [
  { number: 12, name: 'audit without gaps, each linked to the one before', holds: 'always', broken: whole },
  { number: 12, name: 'hashes valid', holds: 'at rest', broken: unaltered },
  { number: 12, name: 'every outbox is carried', holds: 'at rest', broken: carried },
  { number: 13, name: 'no command has a second effect', holds: 'always', broken: once },
];
