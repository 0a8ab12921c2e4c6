// The cases that pages ask the API for: every field of an input is sent, none is left to a default.

/** Every open case that the reader may see; a page sets what narrows it. */
export const allCases = {
  stage: null,
  step: null,
  waitingOn: null,
  leadId: null,
  mine: null,
  unassigned: null,
  openConcern: null,
  sensitive: null,
  flag: null,
  closed: false,
  reference: null,
  areaId: null,
} as const;

/** The open cases that a member of staff works on or was asked to take. */
export const openCases = {
  mine: { ...allCases, mine: true },
  sort: { by: 'waitingSince', descending: false },
} as const;
