// The English sentences of this page.

export const en = {
  open: 'Open cases',
  waitingFor: 'Waiting for: {{who}}',
  waitingOver: 'Waiting too long for: {{who}}',
  unassigned: 'Without a lead facilitator',
  workload: 'Open cases of one facilitator',
  lost: 'Closed without a process',
  passed: 'passed',
  refused: 'refused',
  deviations: 'Done though a door was shut',
  period: '{{from}} to {{to}}',
  case: 'Case',
  stage: 'Stage',
  lead: 'Lead',
  opened: 'Opened',
  closed: 'Closed',
  nobody: 'Nobody yet',
  none: 'No case is in this list.',
  pages: 'Pages of this list',
  following: 'Next page',
} as const;
