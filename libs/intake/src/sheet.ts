/** One page about a referral, for whoever decides on it: what is known, what is missing, what to be careful about. */
import { flagMeanings } from './flags.js';
import type { Referral, ReferredPerson } from './referral.js';

export interface Sheet {
  /** Lines of the file it was read from. */
  readonly lines: readonly number[];
  readonly known: readonly { readonly says: string; readonly value: string }[];
  /** What has to be asked, a sentence each. */
  readonly missing: readonly string[];
  readonly cautions: readonly string[];
}

const roles = { harmed: 'Person harmed', responsible: 'Person responsible', parentOrCarer: 'Parent or carer' } as const;

/** The sheet. Personal data; of a person who did not agree to share it holds their existence alone (R7). */
export function sheetOf(referral: Referral): Sheet {
  const { offences, people, justiceStage, initiator } = referral;
  const known = [
    line('Reference', referral.externalReference),
    ...offences.map(({ words, kind }) => line('Offence', words === '' ? null : `${words} (${kind})`)),
    line('Reported on', referral.reportedOn),
    line('Received on', referral.receivedOn),
    line('Began by', initiator === 'unknown' ? null : initiator),
    line('Outcome', justiceStage.words || (justiceStage.stage === 'unknown' ? null : justiceStage.stage)),
    ...people.map((one) => line(roles[one.role], described(one))),
  ];
  return {
    lines: referral.rows.map((row) => row.line),
    known: known.flat(),
    missing: missingIn(referral),
    cautions: [...new Set(referral.flags.map(({ what }) => flagMeanings[what]))],
  };
}

const line = (says: string, value: string | null) => (value === null ? [] : [{ says, value }]);

function described({
  names,
  bornOn,
  ageBand,
  telephone,
  email,
  organisation,
  agreedToShare,
  role,
}: ReferredPerson): string {
  if (role === 'harmed' && agreedToShare === false) return 'did not agree to share: nothing is held';
  const parts = [
    names.asWritten ?? 'no name',
    organisation && 'a body',
    bornOn && `born ${bornOn}`,
    ageBand && `aged ${ageBand}`,
    telephone,
    email,
  ];
  return parts.filter(Boolean).join(', ');
}

function missingIn({ people, risk, initiator, offences }: Referral): string[] {
  const of = (role: ReferredPerson['role']) => people.filter((one) => one.role === role);
  const shared = of('harmed').filter(({ agreedToShare }) => agreedToShare !== false);
  return [
    of('harmed').length === 0 && 'Who was harmed.',
    shared.some(({ agreedToShare }) => agreedToShare === null) &&
      'Whether the person harmed agreed to share their details.',
    shared.some(({ telephone, email }) => !telephone && !email) && 'How to reach the person harmed.',
    shared.some(({ contact }) => contact.safe === null) && 'Whether it is safe to contact the person harmed.',
    of('responsible').some(({ names }) => names.asWritten === null) && 'The name of the person responsible.',
    of('responsible').some(({ bornOn }) => bornOn === null) && 'The birth date of the person responsible.',
    risk.domesticAbuse === null && 'Whether there was domestic abuse.',
    initiator === 'unknown' && 'Who began it.',
    offences.every(({ words }) => words === '') && 'What happened.',
  ].filter((sentence) => sentence !== false);
}
