// What NCANode answers, as far as it is read: everything may be absent, nothing is believed before it was looked at.
// Protocol: NCANode 3.3, POST /cms/verify and /cms/extract.
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const certificate = Type.Object({
  valid: Type.Boolean(),
  revocations: Type.Optional(Type.Array(Type.Object({ revoked: Type.Boolean() }))),
  notBefore: Type.String(),
  notAfter: Type.String(),
  keyUsage: Type.Optional(Type.String()),
  keyUser: Type.Optional(Type.Array(Type.String())),
  serialNumber: Type.String(),
  subject: Type.Object({
    commonName: Type.Optional(Type.String()),
    iin: Type.Optional(Type.String()),
    bin: Type.Optional(Type.String()),
  }),
});

const verified = Type.Object({
  valid: Type.Boolean(),
  signers: Type.Array(Type.Object({ certificates: Type.Array(certificate) })),
});

export type AnsweredCertificate = Static<typeof certificate>;
export type Verified = Static<typeof verified>;

export const isVerified = Compile(verified);
export const isExtracted = Compile(Type.Object({ data: Type.String() }));
