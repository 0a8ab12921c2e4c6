// A member of staff as the service's own records have them, with what they carry now (R41 to R46).
import type { Id, StaffRole } from '#libs/case';

/** A member of staff without name or address: those are personal records. */
export interface StaffRow {
  id: Id;
  roles: StaffRole[];
  active: boolean;
  level: string | null;
  registeredUntil: string | null;
  training: string[];
  languages: string[];
  gender: string | null;
  base: string | null;
  employment: string | null;
  caseloadLimit: number | null;
  availability: string | null;
  backOn: string | null;
  lastSupervision: string | null;
  lastObservedPractice: string | null;
  cpdHours: number | null;
  cpdApprovedHours: number | null;
  /** Open cases they work on, how many of these are sensitive, and the weighted points of all (R46). */
  openCases: number;
  openSensitiveCases: number;
  points: number;
}
