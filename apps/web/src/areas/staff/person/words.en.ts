// The English sentences of this page.

export const en = {
  title: 'A person in case {{reference}}',
  change: 'Change these',
  about: 'About them',
  risk: 'Risk and strengths',
  noRisk: 'No assessment is shown to you.',
  prepared: 'Preparation',
  noPreparation: 'They are in no process.',
  followUp: 'Follow-up',
  acts: 'Their details and rights',
  steps: 'What you can do',
  invite: 'Invite them to a page of their own, or help them sign in',
} as const;
