// The English sentences of this page.

export const en = {
  title: 'Supervision',
  lead: 'The cases that you supervise. What you worked on yourself is for somebody else to sign.',
  sign: 'Waiting for you',
  before: 'Sign-off before: {{step}}',
  cases: 'Cases you supervise',
  case: 'Case',
  stage: 'Stage',
  who: 'Lead',
  waits: 'Waits for',
  nobody: 'Nobody yet',
  concern: 'Concern open',
  none: 'You supervise no open case.',
} as const;
