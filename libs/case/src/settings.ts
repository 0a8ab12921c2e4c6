// The numbers a service may set, each with its default and the reason for it.

/** Days, ages and points. All are whole numbers; days are calendar days unless the name says working days. */
export interface Settings {
  consentDays: number;
  checkpointDays: number;
  assessmentDays: number;
  beforeMeetingWorkingDays: number;
  dayOfDays: number;
  beforePassingDays: number;
  safeContactDays: number;
  firstContactWorkingDays: number;
  urgentWorkingDays: number;
  stageLimitWorkingDays: number;
  supervisionDays: number;
  ageCheckDays: number;
  pointsOrdinary: number;
  pointsSensitive: number;
  neutralDelayDays: number;
  neutralRoundDays: number;
  sentenceDeferralDays: number;
  sentenceWarningDays: number;
  followUpFirstDays: number;
  followUpSecondDays: number;
  followUpThirdDays: number;
  followUpFourthDays: number;
  informationWorkingDays: number;
  enhancedInformationWorkingDays: number;
  referralWorkingDays: number;
  concernGatherMinutes: number;
  emergencyMinutes: number;
  emergencyTriesADay: number;
  unusualTries: number;
  unusualReturns: number;
  unusualCases: number;
  unusualTimesHabit: number;
  unusualFromHour: number;
  unusualUntilHour: number;
  unusualNightCases: number;
  unusualClosedDays: number;
  subjectAccessMonths: number;
  pauseDays: number;
  helpWorkingDays: number;
  askLaterDays: number;
  notNowDays: number;
  uploadMegabytes: number;
  uploadRows: number;
  returnedRowDays: number;
  /** Bank holidays of England and Wales, 'YYYY-MM-DD': days that are not working days. */
  bankHolidays: readonly string[];
  /** Words of referrers that raise a caution here, beside the common ones; in English or Welsh. */
  cautionWords: readonly string[];
  /** Whom the service names as on call for safeguarding: staff, by the `subject` their sign-in service calls them. */
  safeguardingOnCall: readonly string[];
}
/** The settings that are lists of words, and no numbers. */
export const listsOfWords = [
  'bankHolidays',
  'cautionWords',
  'safeguardingOnCall',
] as const satisfies readonly (keyof Settings)[];
const isList = (name: string): boolean => (listsOfWords as readonly string[]).includes(name);

export const defaults: Settings = {
  consentDays: 90, // R24: consent is ongoing; ninety days is the default the practice names
  checkpointDays: 90, // (ours) as long as the consent it protects
  assessmentDays: 90, // R33: an assessment older than the checkpoint age does not count
  beforeMeetingWorkingDays: 5, // practice.md section 3: within five working days before a conference
  dayOfDays: 1, // R33: the day-of check is compulsory; one day, so that it is of the day
  beforePassingDays: 5, // (ours) a letter checked last month may not be safe today
  safeContactDays: 180, // (ours, S36) numbers and households change; a record older than half a year is asked again
  firstContactWorkingDays: 5, // S26: reasonable efforts within five working days of the reference
  urgentWorkingDays: 1, // (ours) who is not safe now is told: the next working day at the latest; 999 is for tonight
  stageLimitWorkingDays: 20, // (ours) four weeks without a step is worth a manager's look
  ageCheckDays: 7, // (ours) a birthday is noticed within the week; what changes with it waits that long, and nobody is put at risk
  supervisionDays: 84, // R44, S4: supervision at least every twelve weeks
  pointsOrdinary: 1, // R46: no authority gives a number; an ordinary case is the unit
  pointsSensitive: 2, // R46: sensitive cases count more
  neutralDelayDays: 2, // R22: the other side hears at a moment of the service's choosing, not of the event's
  neutralRoundDays: 7, // R22 (ours): neutral words go out in rounds, on Mondays, so that the causes of a week share one moment
  sentenceDeferralDays: 182, // S17: sentence may be deferred for up to six months
  sentenceWarningDays: 28, // R61: warn ahead; four weeks leave time to arrange or to say no
  followUpFirstDays: 3, // R62 (ours): three days,
  followUpSecondDays: 14, // two weeks,
  followUpThirdDays: 42, // six weeks
  followUpFourthDays: 182, // and six months after
  informationWorkingDays: 5, // R1, S1 3.4: information within five working days of the report,
  enhancedInformationWorkingDays: 1, // one for those with enhanced rights
  referralWorkingDays: 2, // R2, S1: police referral within two working days
  concernGatherMinutes: 15, // (ours) who writes in haste writes in pieces: one worry, told to the lead once, with every word
  emergencyMinutes: 60, // R68 (ours): a telephone call and what it sets going; whoever needs longer says why once more
  emergencyTriesADay: 5, // (ours) a misread reference or two; guessing would take years
  unusualTries: 3, // R68 (ours): one slip of the hand is nobody's business; three in a day are asked about
  unusualReturns: 4, // (ours) a case of others, opened on four days without a step in it, is more than a look
  unusualCases: 15, // (ours) fewer cases opened in a day are a day's work, whatever the habit,
  unusualTimesHabit: 3, // and so are fewer than three times what the same person opens on a usual day
  unusualFromHour: 22, // (ours) evening visits and their notes are done by ten;
  unusualUntilHour: 6, // whoever prepares an early start does so after six
  unusualNightCases: 3, // and one call at night is one case
  unusualClosedDays: 30, // (ours) the last letters and the file are done a month after closing
  subjectAccessMonths: 1, // UK GDPR art. 12(3): answered within one month of receipt
  helpWorkingDays: 2, // (ours) somebody who asks how things stand is not left with it over more than one weekend
  pauseDays: 28, // (ours) somebody who paused is left in peace for four weeks, and then asked once how things stand
  askLaterDays: 14, // (ours) time to talk it over, and not so long that it seems forgotten
  notNowDays: 90, // (ours) as long as a yes counts: a not now is not worn down by being asked again
  uploadMegabytes: 10, // (ours) twenty thousand rows are six megabytes; a larger file is the wrong one
  uploadRows: 20_000, // (ours) a whole area's year; more at once is a slip of the hand
  returnedRowDays: 30, // (ours) a referrer mends rows within a month, and what is not mended by then is asked for anew
  cautionWords: [], // (ours) names of refuges and teams near the service; a list for all is in libs/intake/src/cautions.ts
  bankHolidays: [], // given by the service's calendar; without it only weekends are not worked
  safeguardingOnCall: [], // R37: whoever can reach a case can raise a concern about it; beyond them nobody can until the service says who
};

/** The service's own settings over the defaults. Unknown names, and values that are neither whole, non-negative numbers nor lists of words where they must be, are an error. */
export function settingsWith(own: Partial<Settings>): Settings {
  for (const [name, value] of Object.entries(own)) {
    if (!(name in defaults)) throw new RangeError(`There is no setting '${name}'`);
    if (isList(name)) {
      if (!(Array.isArray(value) && value.every((one) => typeof one === 'string')))
        throw new RangeError(`Setting '${name}' must be a list of words`);
    } else if (!(Number.isInteger(value) && (value as number) >= 0))
      throw new RangeError(`Setting '${name}' must be a whole number of at least 0`);
  }
  return { ...defaults, ...own };
}
