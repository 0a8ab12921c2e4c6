// The English sentences of this page.

export const en = {
  title: 'What is held about somebody: look through it',
  lead: 'Every note and entry by staff is given or withheld on a ground. Still to be decided: {{count}}.',
  mayNot: 'About safety: the safeguarding lead decides',
  decidedBy: '{{how}}, decided by {{who}}',
  given: 'Given',
  give: 'Give it',
  withhold: 'Withhold: {{why}}',
  choose: 'Not decided yet',
  decision: 'What happens with it?',
  save: 'Save what you decided',
  nothingChosen: 'Choose for at least one of them',
  answer: 'Make the answer',
  answerLead:
    'Everything that is held about the person and nothing about others, as two files that are locked. It can be made again.',
  made: 'The answer is made',
  passphrase: 'What opens both files, this once. Tell it to the person by another way than the files.',
  file: 'The page to read, locked',
  data: 'The same as data, locked',
  none: 'There is nothing to look through.',
} as const;
