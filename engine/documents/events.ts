// What documents announce: each event with what it carries. What follows stands in manifest.ts.
import Type from 'typebox';
import { event } from '../store/event.ts';

const OfCertificate = Type.Object({ certificate: Type.String() });

export const certificateIssued = event('documents.certificate-issued', OfCertificate);
export const certificateRevoked = event('documents.certificate-revoked', OfCertificate);
