// What was answered, as one row of the self-referral form that libs/intake reads: the one way in for every referral.
import type { Answers } from './answers.js';

/** Who speaks, in the words of libs/intake/src/referrers/self.ts. Who did not say is taken for somebody harmed, who is asked. */
function speaker({ who, bereaved }: Answers): string {
  if (who === 'responsible') return 'person responsible';
  if (who === 'child') return 'parent of a child harmed';
  if (who === 'somebody') return 'on behalf of somebody harmed';
  return bereaved === 'yes' ? 'bereaved relative' : 'person harmed';
}

const yesNo = (answer: string | undefined): boolean | null =>
  answer === 'yes' ? true : answer === 'no' ? false : null;

/**
 * The row. `receivedAt` is an ISO instant, `outside` the service of their own area where
 * they live in another and agreed.
 */
export function rowOf(said: Answers, receivedAt: string, outside: string | null): Record<string, unknown> {
  // Whoever gives no way to be reached contacts us: nothing is required, and nobody is refused (R3).
  const isReachable = [said.telephone, said.email, said.address].some(Boolean);
  const safe =
    said.safe === 'never' || !isReachable ? false : said.safe === 'unsure' ? null : (yesNo(said.safe) ?? true);
  return {
    receivedAt,
    iAm: speaker(said),
    name: said.name ?? '',
    callMe: said.callMe ?? '',
    reportedToPolice: yesNo(said.reported),
    crimeReference: said.reference ?? null,
    whatHappened: said.whatHappened ?? '',
    contact: {
      safe,
      // Who must not be contacted has no way to be contacted by, whatever was typed before.
      ways: safe === false ? [] : (said.ways ?? null),
      phone: safe === false ? '' : (said.telephone ?? ''),
      email: safe === false ? '' : (said.email ?? ''),
      times: said.times ?? '',
      voicemail: yesNo(said.voicemail),
      mustNotKnow: said.mustNotKnow ?? '',
      safeWords: said.safeWords ?? '',
      address: safe === false ? '' : (said.address ?? ''),
    },
    language: said.language === 'other' ? '' : (said.language ?? ''),
    needs: [...(said.needs ?? []), ...(said.otherNeeds ? [said.otherNeeds] : [])],
    domesticAbuse: yesNo(said.abuse),
    urgent: yesNo(said.urgent),
    // Asked of who asks for another grown-up, and of nobody else.
    ...(said.who === 'somebody' && { theyAgree: yesNo(said.agreed) }),
    handOver: yesNo(said.handOver),
    forStaff: wordsForStaff(said, outside),
  };
}

/** What has no column of its own, a line each. */
function wordsForStaff(said: Answers, outside: string | null): string {
  return [
    said.safe === 'sometimes' && 'May be contacted only at the times and in the ways that they chose.',
    said.safe === 'unsure' && 'They are not sure whether it is safe to contact them.',
    // Of who does not agree nothing is kept (R7).
    said.forWhom && said.agreed !== 'no' && `They ask for: ${said.forWhom}`,
    said.area && said.area !== 'elsewhere' && `They live in: ${said.area.replace(/^elsewhere:/, '')}`,
    said.handOver === 'yes' &&
      (outside ? `To be handed over to: ${outside}` : 'To be handed over: find the service of their area.'),
  ]
    .filter(Boolean)
    .join('\n');
}
