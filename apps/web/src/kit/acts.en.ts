// The English sentences that forms of acts and the banner of an emergency share.

export const acts = {
  act: {
    preview: 'This is how it will read',
    look: 'Nothing is sent yet. Read it as the person will, then send it.',
    person: 'Who',
    case: 'Case',
    organisation: 'Organisation',
    agreement: 'Agreement',
    records: 'Records',
  },
  emergency: {
    label: 'Opened in an emergency',
    what: 'You see this case in an emergency, until {{until}}.',
    read: 'You can read it and raise a concern, and no more. What you look at is written down.',
    end: 'I have seen enough: close it now',
  },
} as const;
