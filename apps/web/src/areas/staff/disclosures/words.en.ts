// The English sentences of this page.

export const en = {
  title: 'Disclosures',
  lead: 'What went to whom, on which ground. What law or danger required is recorded from the page of a person in a case.',
  day: 'Day',
  to: 'To',
  ground: 'Ground',
  what: 'What',
  told: 'Were they told?',
  which: 'Case',
  open: 'Open the case',
  yes: 'Yes',
  no: 'No',
  notKnown: 'Not recorded',
  notShown: 'Not for you, or no longer held',
  none: 'Nothing was disclosed.',
  pages: 'Pages of this list',
  following: 'Earlier',
} as const;
