// The English sentences of this page.

export const en = {
  title: 'Open a case in an emergency',
  lead: 'For somebody who needs help now, when whoever has the case cannot be reached. You see it for an hour and can change nothing but raise a concern. A manager is told at once, and everything you look at is written down.',
  case: 'Reference of the case',
  caseHint: 'As it is read out on the telephone: eight letters and digits',
  reason: 'Why do you need to see it now?',
  reasonHint: 'A sentence or two. A manager reads it.',
  open: 'Open the case',
  leave: 'Not now: go back',
  caseMissing: 'Give the reference of the case',
  reasonMissing: 'Say why you need to see it now',
  reasonLong: 'Say why in a sentence or two',
  seen: 'You can see this case already: look under Cases',
  tooOften: 'You have tried this as often as is allowed in a day. Telephone a manager',
  notThere: 'No case that you can open has this reference. Check it with whoever read it out',
} as const;
