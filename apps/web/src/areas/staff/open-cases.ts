// The open cases that a member of staff works on or was asked to take, as the API is asked for them: every field of an input is sent, none is left to a default.

export const openCases = {
  mine: {
    stage: null,
    step: null,
    waitingOn: null,
    leadId: null,
    mine: true,
    unassigned: null,
    openConcern: null,
    sensitive: null,
    flag: null,
    closed: false,
    reference: null,
    areaId: null,
  },
  sort: { by: 'waitingSince', descending: false },
} as const;
