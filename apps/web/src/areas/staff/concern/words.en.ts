// The English sentences of this page.

export const en = {
  title: 'Raise a concern',
  intro: 'In danger now? Call 999 first. This stops contact and progress until the safeguarding lead has decided.',
  text: 'What worries you?',
  textHint: 'Only the safeguarding lead and those who decide with them read this',
  which: 'In which case?',
  whichHint: 'For a case you do not work on, open the case first',
  send: 'Raise this concern',
  whichMissing: 'Choose the case',
  textMissing: 'Write what worries you',
  textLong: 'This is too long',
} as const;
