// Another manager approves the proposed list: the one that was looked at, and no other.
import { actForm } from '../../../../command-form/act.js';

export const approveRetention = actForm('approveRetention', {
  for: ['manager'],
  backTo: '/retention',
  reads: ['proposal'],
  opens: ({ things }) => things.proposal !== null && things.proposal.approvedAt === null,
  fields: {
    proposalId: { control: 'hidden', value: ({ things }) => things.proposal?.id ?? '' },
    digest: { control: 'hidden', value: ({ things }) => things.proposal?.digest ?? '' },
  },
  show: [],
  words: {
    en: {
      title: 'Approve what was proposed for removal',
      intro: 'You are the second person. What is removed cannot be read again by anybody.',
      send: 'Approve it',
    },
    cy: {
      title: 'Cymeradwyo’r hyn a gynigiwyd i’w dynnu',
      intro: 'Chi yw’r ail berson. Ni all neb ddarllen eto yr hyn a dynnir.',
      send: 'Ei gymeradwyo',
    },
  },
});
