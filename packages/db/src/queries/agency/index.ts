/**
 * Agencies: their periods, contacts and successions.
 * @module
 */
export {
  agenciesAndBelow,
  agencyAndAbove,
  agencyHistory,
  changeAgency,
  correctAgency,
  createAgency,
  dissolveAgency,
  getAgency,
  listAgencies,
  type Agency,
  type AgencyAttributes,
  type AgencyFilter,
  type NewAgency,
} from './agencies.ts';
export {
  listAgencyContacts,
  listAgencyPeriods,
  lockAgencies,
  lockAgency,
  putAgencyContact,
  type AgencyContact,
} from './register.ts';
export { listSuccessions, putSuccession, type AgencySuccession, type Relative } from './successions.ts';
