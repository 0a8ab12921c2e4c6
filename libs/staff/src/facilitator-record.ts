// What an assignment judges of a facilitator's record: level, training, registration, load (R41 to R46).
import { levels, type Id, type Level, type StaffRole, type Standing } from '#libs/case';

/** R41 to R46: what the service knows about a facilitator. Null means not known, never "none". */
export interface FacilitatorRecord {
  staffId: Id;
  roles: StaffRole[];
  level: string | null;
  training: string[];
  registeredUntil: string | null;
  supervisedOn: string | null;
  available: boolean;
  /** Weighted points of the open cases carried, and the limit. */
  points: number;
  caseloadLimit: number | null;
}

/** What an assignment judges of a facilitator's record; null when their level is not known. */
export function standingFor(known: FacilitatorRecord): Standing | null {
  const { level, training, registeredUntil, supervisedOn, available, points, caseloadLimit } = known;
  if (level === null || !isLevel(level)) return null;
  const sensitive = training.some((subject) => specialist.includes(subject.toLowerCase()));
  return {
    level,
    training: sensitive ? [...training, 'sensitive'] : training,
    registeredUntil,
    supervisedOn,
    available,
    points,
    caseloadLimit: caseloadLimit ?? 0,
  };
}

const isLevel = (name: string): name is Level => Object.hasOwn(levels, name);
// Subjects of a service's own training list that are training for sensitive and complex cases (practice.md section 3). (ours)
const specialist: readonly string[] = [
  'sensitive',
  'sensitive and complex',
  'domestic abuse',
  'sexual harm',
  'hate crime',
  'bereavement',
];
