// The English sentences of this page.

export const en = {
  title: 'What each facilitator carries',
  who: 'Facilitator',
  level: 'Level',
  points: 'Points',
  of: '{{points}} of {{limit}}',
  over: 'more than they can carry',
  cases: 'Open cases',
  sensitive: 'Sensitive',
  supervision: 'Next supervision by',
  registration: 'Registered until',
  late: 'past',
  notKnown: 'Not known',
  unnamed: 'No name is held',
  none: 'There is no facilitator yet.',
} as const;
