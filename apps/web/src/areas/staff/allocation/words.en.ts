// The English sentences of this page.

export const en = {
  title: 'Who could take which case',
  lead: 'Cases without a lead, the oldest first. Whoever is asked sees the reference and the names, and nothing else, until they say whether they are connected.',
  could: 'Could take it',
  couldNot: 'Could not, and why',
  load: '{{points}} of {{limit}} points now',
  loadOnly: '{{points}} points now; what they can carry is not known',
  declares: 'Must first say whether they are connected',
  nobody: 'Nobody can as things stand.',
  ask: 'Ask somebody',
  assign: 'Assign who has declared',
  sensitive: 'Sensitive',
  unnamed: 'No name is held',
  none: 'Every case has a lead.',
  pages: 'Pages of this list',
  following: 'Next page',
} as const;
