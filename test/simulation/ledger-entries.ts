// What is written down of a case by somebody who only reads its journal.
import type { Age, Duty, EventOf, ProcessType, Prohibition, RiskFlag, RiskLevel, Role } from '#libs/case';

export interface Person {
  role: Role;
  supports: string | null;
  age: Age;
  implicated: boolean;
  approach: string;
  here: boolean;
  invited: boolean | null;
  askedThemselves: boolean;
  identity: boolean;
}
export interface Answer {
  answer: 'given' | 'refused' | 'notNow' | 'withdrawn';
  at: string;
  written: boolean;
  asChild: boolean;
  voided: boolean;
  confirmedAt: string | null;
  reaskOn: string | null;
}
export interface Signature {
  passed: boolean;
  at: string;
  by: string;
  /** Who had written the assessment in force of the person signed for, or of anyone, when it was signed. */
  authors: readonly string[];
  findings: readonly string[];
}
export interface Letter {
  from: string;
  to: string;
  kind: string;
  sha: string;
  agreed: string | null;
  screened: { by: string; sha: string } | null;
  checked: { by: string; sha: string } | null;
  held: boolean;
  passed: boolean;
  receipt: boolean;
}

/** What is written down of one case; changed in place. */
export class Book {
  people = new Map<string, Person>();
  adults = new Map<string, string>();
  /** `participant|purpose|about` to the latest answer. */
  answers = new Map<string, Answer>();
  capacity = new Map<string, string | null>();
  type: ProcessType | null = null;
  assessments = new Map<string, { at: string; by: string; level: RiskLevel }>();
  informedAt: string | null = null;
  signatures = new Map<string, Signature>();
  flags = new Set<RiskFlag>();
  cleared = new Set<RiskFlag>();
  openConcerns = new Set<string>();
  concerns = new Set<string>();
  stopped = false;
  paused = false;
  indirectOnly = false;
  orders = new Map<string, { of: string; forbids: readonly Prohibition[]; from: string; until: string | null }>();
  unapproved = new Set<string>();
  staff = new Map<string, { duty: Duty; level: string }>();
  ready = new Map<string, boolean>();
  prepared = new Set<string>();
  settled = new Set<string>();
  booked: { startsAt: string; attendees: readonly string[] } | null = null;
  met: readonly string[] | null = null;
  letters = new Map<string, Letter>();
  items = new Map<
    string,
    { doer: string; recipient: string | null; checked: boolean; agreed: boolean; outcome: string | null; told: boolean }
  >();
  safe = new Map<
    string,
    {
      at: string;
      channels: readonly string[];
      frozen: Set<string>;
      voicemail: string;
      times: readonly { day: string; opens: string; closes: string }[];
    }
  >();
  /** Who was asked what they need to understand. */
  asked = new Set<string>();
  initiator = 'unknown';
  invitationNeeded = false;

  answer(id: string, purpose: string, about: string | null = null): Answer | undefined {
    return this.answers.get(`${id}|${purpose}|${about ?? '-'}`);
  }

  protected give(
    e: { participantId: string; purpose: string; about?: string; at: string },
    answer: Answer['answer'],
    more: Partial<Answer> = {},
  ) {
    const key = `${e.participantId}|${e.purpose}|${e.about ?? '-'}`;
    const { written = false, asChild = false } = this.answers.get(key) ?? {};
    this.answers.set(key, {
      answer,
      at: e.at,
      written,
      asChild,
      voided: false,
      confirmedAt: null,
      reaskOn: null,
      ...more,
    });
  }
  protected takeBack(
    e: { participantId: string; purpose: string; about?: string; at: string },
    answer: 'refused' | 'withdrawn',
  ) {
    this.give(e, answer);
    const item = e.purpose === 'agreementItem' ? this.items.get(e.about ?? '') : undefined;
    if (item && item.outcome === null && [item.doer, item.recipient].includes(e.participantId)) item.agreed = false;
  }
  protected void(which: (id: string, purpose: string, about: string, a: Answer) => boolean) {
    for (const [key, a] of this.answers) {
      const [id = '', purpose = '', about = ''] = key.split('|');
      if (a.answer === 'given' && which(id, purpose, about, a)) a.voided = true;
    }
  }
  protected sign(e: EventOf<'checkpoint.passed'> | EventOf<'checkpoint.refused'>, passed: boolean) {
    const about = e.about ?? '-';
    const authors = [...this.assessments]
      .filter(([id]) => (this.people.has(about) ? id === about : this.takesPart(id)))
      .map(([, a]) => a.by);
    this.signatures.set(`${e.checkpoint}|${about}`, {
      passed,
      at: e.at,
      by: e.by,
      authors,
      findings: 'findings' in e ? (e.findings ?? []) : [],
    });
  }
  /** In the case, may be approached, is not kept out, and has not refused or withdrawn. */
  takesPart(id: string): boolean {
    const p = this.people.get(id);
    const said = [
      this.answer(id, 'contact'),
      this.answer(id, 'prepare'),
      this.type ? this.answer(id, 'takePart', this.type) : undefined,
    ];
    return (
      p !== undefined &&
      p.here &&
      p.approach !== 'objected' &&
      p.invited !== false &&
      !said.some((a) => a?.answer === 'refused' || a?.answer === 'withdrawn')
    );
  }

  protected about(id: string, how: (p: Person) => void) {
    const found = this.people.get(id);
    if (found) how(found);
  }
  protected letter(id: string, how: (w: Letter) => void) {
    const found = this.letters.get(id);
    if (found) how(found);
  }
  protected item(id: string, how: (i: NonNullable<ReturnType<typeof this.items.get>>) => void) {
    const found = this.items.get(id);
    if (found) how(found);
  }
}
