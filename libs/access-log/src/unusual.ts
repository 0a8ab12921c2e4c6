// Which reading is unusual, with its definition. Unusual is not wrong: it is worth a manager's question.
import type { Settings } from '#libs/case';

/**
 * Each with its definition; `settings` are the numbers it uses. Only cases that were opened count, never those that a list
 * showed: a coordinator who goes through the caseload reads as their work demands.
 */
export const unusualReasons = {
  emergency: { says: 'Opened a case in an emergency, or tried to.', settings: [] },
  noAccess: {
    says: 'Asked on one day, `unusualTries` times or more, for cases or people they may not see.',
    settings: ['unusualTries'],
  },
  returning: {
    says: 'Opened a case they hold no duty on, on `unusualReturns` days or more, and entered nothing in its journal in these days.',
    settings: ['unusualReturns'],
  },
  manyCases: {
    says: 'Opened, on one day, `unusualCases` cases or more and at least `unusualTimesHabit` times what they open on a usual day: the median of their days of reading in the eight weeks before.',
    settings: ['unusualCases', 'unusualTimesHabit'],
  },
  atNight: {
    says: "Opened `unusualNightCases` cases or more in one night, between `unusualFromHour` and `unusualUntilHour` o'clock.",
    settings: ['unusualNightCases', 'unusualFromHour', 'unusualUntilHour'],
  },
  afterClosing: {
    says: 'Opened a case more than `unusualClosedDays` days after it was closed.',
    settings: ['unusualClosedDays'],
  },
} as const satisfies Record<string, { says: string; settings: readonly (keyof Settings)[] }>;
export type UnusualReason = keyof typeof unusualReasons;

/** The definition with a service's numbers in it. */
export const saysWith = (reason: UnusualReason, settings: Settings): string =>
  unusualReasons[reason].says.replaceAll(/`(\w+)`/g, (_, name: keyof Settings) => String(settings[name]));
