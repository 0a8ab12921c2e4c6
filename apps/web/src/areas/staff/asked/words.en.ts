// The English sentences of this page.

export const en = {
  title: 'Asked to take case {{reference}}',
  heading: 'Will you take case',
  intro:
    'Do you know any of these people, or are you connected with them? You see no more of the case before you say so.',
  names: 'Names to check',
  noNames: 'No name is held in this case.',
  recorded: 'In the order of the alphabet, whatever their part. That you looked is recorded.',
  notConnected: 'Not connected: I can take it',
  connected: 'I am connected',
  choose: 'Say whether you are connected',
  declared: 'You have declared. Whoever assigns cases goes on from here.',
} as const;
