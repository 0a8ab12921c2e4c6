// The English sentences of this page.

export const en = {
  title: 'Hand over the cases of {{who}}',
  lead: 'Their access ends at once. Whoever you choose is asked to take each case, sees the reference and the names alone, and declares first.',
  cases: 'Cases they lead',
  to: 'Who is asked to take them?',
  toMissing: 'Choose who is asked to take them',
  reason: 'Why?',
  reasonMissing: 'Say why',
  send: 'Hand them all over',
  points: '{{points}} points now',
  pointsOf: '{{points}} of {{limit}} points now',
  stays: '{{reference}} stays: {{why}}',
  none: 'They lead no open case.',
  leave: 'Not now: go back',
} as const;
