/** What referrers call offences, and the kind and risks that the words themselves name. First match counts. */
import type { OffenceKind, RiskFlag } from './referral.js';

interface OffenceRow {
  words: RegExp;
  kind: OffenceKind;
  /** Flags that the offence's own name makes true. */
  risks?: readonly RiskFlag[];
}

const offences: readonly OffenceRow[] = [
  {
    words: /\b(child sexual exploitation|cse|child sexual abuse)\b/i,
    kind: 'exploitation',
    risks: ['exploitation', 'sexual', 'childVictim'],
  },
  {
    words: /\b(criminal|county lines) exploitation\b|\bexploitation\b/i,
    kind: 'exploitation',
    risks: ['exploitation'],
  },
  {
    words: /\b(trafficking|modern slavery|forced labour)\b/i,
    kind: 'trafficking',
    risks: ['trafficking', 'exploitation'],
  },
  { words: /\b(rape|sexual|indecent|voyeurism|upskirting)\b/i, kind: 'sexual', risks: ['sexual'] },
  { words: /\b(coercive|controlling)\b/i, kind: 'coerciveControl', risks: ['coerciveControl', 'domesticAbuse'] },
  { words: /\bdomestic (abuse|violence)\b/i, kind: 'violence', risks: ['domesticAbuse'] },
  { words: /\bstalking\b/i, kind: 'stalking', risks: ['stalking'] },
  { words: /\b(racially|religiously|hate)\b/i, kind: 'hate', risks: ['hate'] },
  {
    words: /\b(murder|manslaughter|homicide|infanticide)\b|\bcausing (the )?death\b/i,
    kind: 'death',
    risks: ['death'],
  },
  { words: /\bterroris[mt]\b/i, kind: 'terrorism' },
  // The core counts harassment among stalking: a pattern of unwanted contact is judged alike.
  { words: /\bharassment\b/i, kind: 'harassment', risks: ['stalking'] },
  { words: /\b(gbh|abh|grievous|actual bodily|wounding|s18|s20|s47)\b/i, kind: 'violenceWithInjury' },
  { words: /\b(assault|battery|violence|affray)\b/i, kind: 'violence' },
  { words: /\barson\b/i, kind: 'arson' },
  { words: /\bburglary\b/i, kind: 'burglary' },
  { words: /\brobbery\b/i, kind: 'robbery' },
  { words: /\bcriminal damage\b/i, kind: 'criminalDamage' },
  { words: /\bvehicle\b/i, kind: 'vehicle' },
  { words: /\b(theft|shoplifting|stealing)\b/i, kind: 'theft' },
  { words: /\bfraud\b/i, kind: 'fraud' },
  { words: /\bpublic order\b/i, kind: 'publicOrder' },
  { words: /\banti-?social\b/i, kind: 'antisocialBehaviour' },
];

/** The kind of an offence and the risks its name makes certain; `known` is false for words of no row. */
export function offenceOf(words: string): { kind: OffenceKind; risks: readonly RiskFlag[]; known: boolean } {
  const row = offences.find((offence) => offence.words.test(words));
  // A racial element counts whatever the main offence is called; so does an offence whose first match says nothing of it.
  const hate: readonly RiskFlag[] = /\b(racially|religiously|hate)\b/i.test(words) ? ['hate'] : [];
  return {
    kind: row?.kind ?? 'other',
    risks: [...new Set([...(row?.risks ?? []), ...hate])],
    known: row !== undefined,
  };
}

/** No risk known either way. */
export const nothingKnown: Readonly<Record<RiskFlag, null>> = {
  domesticAbuse: null,
  coerciveControl: null,
  sexual: null,
  stalking: null,
  trafficking: null,
  exploitation: null,
  hate: null,
  childVictim: null,
  death: null,
};

/** Flags that keep the person responsible from setting the pace (R4). */
export const abuse = ['domesticAbuse', 'coerciveControl', 'sexual', 'stalking', 'trafficking', 'exploitation'] as const;
