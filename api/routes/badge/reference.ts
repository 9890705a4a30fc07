// The badge's reference data: providers, reading list, standards, mandatory directions, who signs certificates.
import {
  mandatoryDirections,
  providers,
  readingList,
  signers,
  standards,
} from '../../../engine/programmes/badge/programme.ts';
import { referenceRoutes } from '../../reference.ts';
import { together } from '../factories/route.ts';

export const reference = together(
  (engine) =>
    referenceRoutes(engine, providers, { one: 'Provider', many: 'Providers', title: 'Authorised providers' }),
  (engine) => referenceRoutes(engine, readingList, { one: 'Book', many: 'Books', title: 'Reading list' }),
  (engine) =>
    referenceRoutes(engine, standards, { one: 'Standard', many: 'Standards', title: 'Sport standards' }),
  (engine) =>
    referenceRoutes(engine, mandatoryDirections, {
      one: 'MandatoryDirections',
      many: 'AllMandatoryDirections',
      title: 'Mandatory directions by year and level',
    }),
  (engine) =>
    referenceRoutes(engine, signers, {
      one: 'CertificateSigner',
      many: 'CertificateSigners',
      title: 'Who signs certificates',
    }),
);
