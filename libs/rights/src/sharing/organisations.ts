// Organisations a service may share with, and the agreements under which it does (R28, R72).
import { namesOne, type Id } from '#libs/case';
import type { DataRole, Regime } from './words.js';

export interface NewOrganisation {
  name: string;
  regime: Regime;
  role: DataRole;
}
/** Days are 'YYYY-MM-DD', both included. */
export interface NewAgreement {
  organisationId: Id;
  reference: string;
  startsOn: string;
  endsOn: string;
}
export interface Agreement extends NewAgreement {
  id: Id;
  /** Last day, where it was ended early. */
  endedOn: string | null;
  recordedAt: string;
  recordedBy: Id;
}
export interface Organisation extends NewOrganisation {
  id: Id;
  recordedAt: string;
  recordedBy: Id;
  /** Oldest first. */
  agreements: Agreement[];
}

/** What is wrong with an organisation; empty when nothing is. */
export function wrongWithOrganisation({ name }: NewOrganisation): string[] {
  return namesOne(name) && name.length <= 200
    ? []
    : ['An organisation is named by its own name: "partners" or "agencies" is nobody in particular.'];
}

/** What is wrong with an agreement's dates. */
export function wrongWithAgreement({ reference, startsOn, endsOn }: NewAgreement): string[] {
  return [
    ...(reference.trim() === '' ? ['Say where the signed agreement is found.'] : []),
    ...(endsOn < startsOn ? ['An agreement does not end before it begins.'] : []),
  ];
}

export const lastDayOf = ({ endedOn, endsOn }: Pick<Agreement, 'endedOn' | 'endsOn'>): string =>
  endedOn !== null && endedOn < endsOn ? endedOn : endsOn;

/** The agreement in force on a day; null when there is none. */
export const inForceOn = (agreements: readonly Agreement[], day: string): Agreement | null =>
  agreements.find((a) => a.startsOn <= day && day <= lastDayOf(a)) ?? null;
