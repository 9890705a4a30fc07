// A certification authority of the tests' own: issues certificates as Kazakhstan's authority writes them, signs texts
// as CMS, and keeps a list of what it revoked. Nobody it names exists.
import { webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  RevokedCertificate,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Time,
} from 'pkijs';

export type Padding = 'RSASSA-PKCS1-v1_5' | 'RSA-PSS';

export interface Holder {
  readonly certificate: Certificate;
  readonly keys: CryptoKeyPair;
}
type CryptoKeyPair = webcrypto.CryptoKeyPair;

export interface CertificateWish {
  readonly name?: string;
  readonly iin?: string;
  readonly bin?: string;
  readonly from?: Date;
  readonly to?: Date;
  /** Bytes of KeyUsage; digitalSignature and nonRepudiation unless told. */
  readonly usage?: number;
  readonly uses?: readonly string[];
  readonly authority?: boolean;
  readonly pathLength?: number;
  readonly padding?: Padding;
  readonly bits?: number;
  readonly critical?: string;
}

const YEAR = 365 * 86_400_000;
export const SIGNED_AT = new Date('2026-10-05T06:00:00Z');
let serials = 1;

export const newKeys = (padding: Padding = 'RSASSA-PKCS1-v1_5', bits = 2048): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey(
    { name: padding, modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );

/** A root that signs itself. */
export async function newAuthority(name: string, wish: CertificateWish = {}): Promise<Holder> {
  const keys = await newKeys();
  const root = { name, authority: true, usage: 0b0000_0110, ...wish };
  return { keys, certificate: await certificateOf(root, keys, null) };
}

/** A certificate that `issuer` signs. */
export async function issue(
  issuer: Holder,
  wish: CertificateWish = {},
  keys?: CryptoKeyPair,
): Promise<Holder> {
  const own = keys ?? (await newKeys(wish.padding, wish.bits));
  return { keys: own, certificate: await certificateOf(wish, own, issuer) };
}

async function certificateOf(wish: CertificateWish, keys: CryptoKeyPair, issuer: Holder | null) {
  const { name = 'МЫСАЛОВА ҮЛГІ', iin, bin, authority = false, usage = 0b1100_0000, uses = [] } = wish;
  const { from = new Date(SIGNED_AT.getTime() - YEAR), to = new Date(SIGNED_AT.getTime() + YEAR) } = wish;
  const certificate = new Certificate();
  serials += 1;
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: serials });
  const named = [
    ['2.5.4.3', name],
    ...(iin === undefined ? [] : [['2.5.4.5', `IIN${iin}`]]),
    ...(bin === undefined ? [] : [['2.5.4.11', `BIN${bin}`]]),
  ] as const;
  for (const [type = '', value = ''] of named)
    certificate.subject.typesAndValues.push(
      new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }),
    );
  certificate.issuer = issuer?.certificate.subject ?? certificate.subject;
  certificate.notBefore = new Time({ type: 0, value: from });
  certificate.notAfter = new Time({ type: 0, value: to });
  certificate.extensions = [
    extension('2.5.29.15', new asn1.BitString({ valueHex: new Uint8Array([usage]).buffer }), true),
    ...(authority ? [extension('2.5.29.19', constraints(wish.pathLength), true)] : []),
    ...(uses.length > 0
      ? [extension('2.5.29.37', new ExtKeyUsage({ keyPurposes: [...uses] }).toSchema())]
      : []),
    ...(wish.critical ? [extension(wish.critical, new asn1.Null(), true)] : []),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256');
  return Certificate.fromBER(certificate.toSchema(true).toBER());
}

const constraints = (length?: number) =>
  new BasicConstraints({ cA: true, ...(length !== undefined && { pathLenConstraint: length }) }).toSchema();

const extension = (extnID: string, value: { toBER(): ArrayBuffer }, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

export interface SigningWish {
  /** The text is not inside the CMS. */
  readonly apart?: boolean;
  /** Certificates of intermediate authorities that come along. */
  readonly along?: readonly Certificate[];
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-512';
  readonly signers?: number;
}

/** A text signed as NCALayer signs: CMS with signed attributes and the signer's certificate. */
export async function signed(holder: Holder, text: string, wish: SigningWish = {}): Promise<Uint8Array> {
  const { apart = false, along = [], hash = 'SHA-256', signers = 1 } = wish;
  const bytes = new Uint8Array(Buffer.from(text)).buffer;
  const digest = await webcrypto.subtle.digest(hash, bytes);
  const content = apart ? {} : { eContent: new asn1.OctetString({ valueHex: bytes }) };
  const { issuer, serialNumber } = holder.certificate;
  const info = () =>
    new SignerInfo({
      version: 1,
      sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
      signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(digest) }),
    });
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1', ...content }),
    signerInfos: Array.from({ length: signers }, info),
    certificates: [holder.certificate, ...along],
  });
  for (let index = 0; index < signers; index += 1)
    await data.sign(holder.keys.privateKey, index, hash, apart ? bytes : undefined);
  const whole = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: data.toSchema(true) });
  return new Uint8Array(whole.toSchema().toBER());
}

const attributesOf = (digest: ArrayBuffer): Attribute[] => [
  new Attribute({
    type: '1.2.840.113549.1.9.3',
    values: [new asn1.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })],
  }),
  new Attribute({ type: '1.2.840.113549.1.9.5', values: [new asn1.UTCTime({ valueDate: SIGNED_AT })] }),
  new Attribute({ type: '1.2.840.113549.1.9.4', values: [new asn1.OctetString({ valueHex: digest })] }),
];

/** The authority's list of revoked certificates. */
export async function revocationList(
  authority: Holder,
  revoked: readonly Holder[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<CertificateRevocationList> {
  const list = new CertificateRevocationList({
    version: 1,
    issuer: authority.certificate.subject,
    signature: new AlgorithmIdentifier(),
    thisUpdate: new Time({ type: 0, value: from }),
    nextUpdate: new Time({ type: 0, value: to }),
  });
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      ({ certificate }) =>
        new RevokedCertificate({
          userCertificate: certificate.serialNumber,
          revocationDate: new Time({ type: 0, value: from }),
        }),
    );
  await list.sign(authority.keys.privateKey, 'SHA-256');
  return CertificateRevocationList.fromBER(list.toSchema(true).toBER());
}
