import type { EnglishOf } from '../layout/english.ts';
import type { sharedLayout } from './shared-tables.ts';

type Tables = EnglishOf<typeof sharedLayout>['tables'];

/** Sections, unchanged since 2019. */
export const sections: EnglishOf<typeof sharedLayout>['sections'] = {
  overview: 'Overview',
  disclosure: 'Proactive disclosure',
  requests: 'Requests received and handled',
  litigation: 'Administrative reconsideration and litigation over disclosure',
  problems: 'Main problems and improvements',
  other: 'Other matters to report',
};

const sharedRows = {
  received: 'I. New requests received this year',
  carriedIn: 'II. Requests carried in from last year',
  granted: '(1) Granted',
  partlyGranted: '(2) Partly granted (severable requests are counted here only)',
  stateSecrets: '1. State secrets',
  prohibitedByLaw: '2. Prohibited by other laws or regulations',
  securityAndStability: '3. Danger to national, public or economic security or social stability',
  thirdPartyRights: "4. Protection of third parties' rights",
  internalAffairs: '5. Internal affairs (three kinds)',
  deliberativeProcess: '6. Deliberative process (four kinds)',
  enforcementFiles: '7. Administrative enforcement files',
  administrativeInquiries: '8. Administrative inquiries',
  notHeld: '1. Information not held by this body',
  creationRequired: '2. Not existing; would have to be made',
  unclearAfterCorrection: '3. Still unclear after correction',
  complaints: '1. Complaints, petitions or reports',
  repeated: '2. Repeated requests',
  publications: '3. Requests for public publications',
  excessive: '4. Excessive requests without good reason',
  confirmation: '5. Confirmation or reissue of information already obtained',
  total: '(7) Total',
  carriedOut: 'IV. Carried over to next year',
};

/** Labels of table three that both forms share. */
export const sharedRequests = {
  title: sections.requests,
  rows: sharedRows,
  columns: {
    naturalPersons: 'Natural persons',
    businesses: 'Businesses',
    researchInstitutions: 'Research institutions',
    publicBenefitOrganisations: 'Public-benefit organisations',
    legalServices: 'Legal services',
    otherOrganisations: 'Other',
    total: 'Total',
  },
  heads: {
    applicants: 'Applicants',
    organisations: 'Legal persons and other organisations',
    outcomes: 'III. Outcomes this year',
    refused: '(3) Refused',
    unavailable: '(4) Not available',
    notProcessed: '(5) Not processed',
  },
  blocks: { requests: { corner: '(In each column I plus II equals III plus IV)' } },
};

/** Labels of table four, unchanged since 2019. */
export const litigation: Tables['litigation'] = {
  title: sections.litigation,
  rows: {
    reconsideration: 'Administrative reconsideration',
    directLawsuits: 'Direct lawsuits',
    lawsuitsAfterReconsideration: 'Lawsuits after reconsideration',
  },
  columns: {
    upheld: 'Upheld',
    corrected: 'Corrected',
    otherResults: 'Other results',
    pending: 'Pending',
    total: 'Total',
  },
  heads: { lawsuits: 'Administrative lawsuits' },
  blocks: { litigation: {} },
};

const corner = 'Information';

/** Captions of table two that both forms share. */
export const captions = {
  documents: { caption: 'Article 20 (1)', corner },
  services: { caption: 'Article 20 (5)', corner },
  enforcement: { caption: 'Article 20 (6)', corner },
  charges: { caption: 'Article 20 (8)', corner },
};
