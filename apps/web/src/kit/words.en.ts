// The English sentences that pages share.

export const en = {
  site: {
    name: 'Concord',
    skip: 'Skip to main content',
    language: 'Language',
    home: 'Go to the first page',
    problem: 'There is a problem',
    error: 'Error',
    onward: 'Continue',
    draft: '',
  },
  roles: {
    facilitator: 'Facilitator',
    coordinator: 'Coordinator',
    manager: 'Manager',
    safeguardingLead: 'Safeguarding lead',
  },
  quickExit: {
    button: 'Leave this site',
    how: 'How leaving quickly works',
  },
  command: {
    check: 'Check first',
    send: 'Send',
    wouldHappen: 'This would happen.',
    wouldNot: 'This would not happen:',
    notNow: 'This cannot happen at this point.',
    notPermitted: 'This is not yours to do.',
    stale: 'Something changed while you were writing. What you typed is still here. Check it, then send it again.',
    invalid: 'This was not taken. If you sent it before, it may be done already. Check first, then send it again.',
  },
} as const;
