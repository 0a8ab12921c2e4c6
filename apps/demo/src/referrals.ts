// A few invented referrals in the police's own shape, recorded a few days ago, so that a new service has cases to look at.
import { londonDate } from '#libs/time';
import { readReferralFile, type Referral } from '#libs/intake';

const columns =
  'Crime Ref,Recorded Date,Offence,Outcome,Offender Surname,Offender Forename,Offender DOB,Victim Title,Victim Surname,Victim Forename,Victim DOB,Victim Tel,Victim Email,Safe to contact,DA,Hate,Initiated by,Victim agreed to share,OIC,Notes';

/** Rows by how many days ago they were recorded. The first is the ordinary case whose two people have demo tokens. */
const rows: readonly (readonly [daysAgo: number, beforeTheDate: string, afterTheDate: string])[] = [
  [1, 'DM/0001', 'Burglary - residential,Sentenced - community order,Rees,Rob,04/07/1991,Ms,Hughes,Hana,12/05/1979,07700900101,hana@example.com,Y,N,N,Victim,Y,PC 1001,'],
  // sensitive, and begun by the person harmed: an Advanced lead, a second facilitator and a supervisor are needed
  [1, 'DM/0002', 'Harassment,Charged,Stone,Simon,21/01/1985,Mrs,Adeyemi,Ada,30/11/1988,07700900102,ada@example.com,Y,N,N,Victim,Y,PC 1002,'],
  // two people harmed by one person in one offence
  [6, 'DM/0003', 'Criminal damage,Community resolution,Wood,Liam,19/08/2001,Mr,Price,Peter,08/02/1966,07700900103,peter@example.com,Y,N,N,Police,Y,PC 1003,Neighbours'],
  [6, 'DM/0003', 'Criminal damage,Community resolution,Wood,Liam,19/08/2001,Mrs,Price,Petra,17/06/1968,07700900103,petra@example.com,Y,N,N,Police,,PC 1003,'],
  // began by the person responsible after abuse: the person harmed may not be contacted (R4)
  [1, 'DM/0004', 'Assault without injury,Convicted - awaiting sentence,Clarke,Craig,02/03/1983,Ms,Osei,Olu,09/09/1986,07700900104,,Y,Y,N,Offender,Y,PC 1004,'],
  // did not agree to be known (R7)
  [9, 'DM/0005', 'Theft,Conditional caution,Evans,Ella,15/12/1999,,Bowen,Beth,01/01/1975,07700900105,,N,N,N,Police,N,PC 1005,'],
  // the same person responsible again, perhaps: a duplicate is suggested and never merged (R10)
  [3, 'DM/0006', 'Shoplifting,Community resolution,REES,Rob,04/07/1991,,Corner Stores Ltd,,,,,,N,N,Police,Y,PC 1006,'],
]; // prettier-ignore

/** The case whose two people have been spoken with and are invited to sign in. */
const invited: typeof rows = [
  [8, 'DM/0007', 'Burglary - residential,Convicted,Quick,Quentin,11/02/1990,Mr,Lloyd,Lewis,23/06/1972,07700900107,lewis@example.com,Y,N,N,Victim,Y,PC 1007,'],
]; // prettier-ignore

/** The referrals as intake reads them. `now` is an ISO instant. */
export const demoReferrals = (now: string): Referral[] => read(rows, now);
/** The same for the case that is further on. */
export const demoInvitedReferrals = (now: string): Referral[] => read(invited, now);

function read(from: typeof rows, now: string): Referral[] {
  const today = londonDate(now);
  const dayBefore = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString();
  const lines = from.map(([daysAgo, before, after]) => `${before},${dayBefore(daysAgo).slice(0, 10)},${after}`);
  return readReferralFile(Buffer.from([columns, ...lines].join('\n')), 'police', today).referrals;
}
