// What is read of a member of staff from their own row.

/** The columns of a StaffRow that stand in `staff s` itself. */
export const staffColumns = `s.id, s.roles, s.active, s.level, s.registered_until as "registeredUntil", s.training, s.languages, s.gender, s.base, s.employment,
  s.caseload_limit as "caseloadLimit", s.availability, s.back_on as "backOn", s.last_supervision as "lastSupervision",
  s.last_observed_practice as "lastObservedPractice", s.cpd_hours::float as "cpdHours", s.cpd_approved_hours::float as "cpdApprovedHours"`;
