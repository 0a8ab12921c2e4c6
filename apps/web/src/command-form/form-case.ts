// What a form must know of its case: who is in it, which processes it has, and the things an answer may name. A page.graphql selects these.

export interface FormCase {
  readonly id: string;
  readonly reference: string;
  readonly revision: number | null;
  readonly participants: readonly FormPerson[] | null;
  readonly processes: readonly FormProcess[] | null;
  /** What the referrer wrote. Left out for a form that has no use for it. */
  readonly wordsReceived?: readonly { readonly at: string; readonly words: string | null }[] | null;
  /** Left out for a form that has no use for them. */
  readonly consents?: readonly FormAnswer[] | null;
  /** Concerns; those without a decision are open. */
  readonly concerns: readonly { readonly id: string; readonly at: string; readonly decision: string | null }[] | null;
  /** What holds the case, a process or all work with one person. */
  readonly freezes: readonly { readonly id: string; readonly kind: string; readonly at: string }[] | null;
  readonly orders:
    readonly { readonly id: string; readonly participantId: string; readonly forbids: readonly string[] }[] | null;
  readonly deviations:
    | readonly { readonly id: string; readonly door: string; readonly on: string; readonly reviewedAt: string | null }[]
    | null;
  readonly facilitators:
    | readonly {
        readonly who: { readonly id: string; readonly name: string | null };
        readonly duty: string | null;
        readonly askedAt: string | null;
        readonly assignedAt: string | null;
      }[]
    | null;
}

export interface FormPerson {
  readonly id: string;
  readonly name: string | null;
  readonly role: string;
  /** As far as a rule needs it: `vocabulary.ages`. */
  readonly age: string;
  readonly leftAt: string | null;
  readonly needs?: { readonly language: string } | null;
  /** Left out for a form that has no use for them. */
  readonly questions?: readonly FormQuestion[];
}

/** A question that may be put to somebody. */
export interface FormQuestion {
  readonly purpose: string;
  readonly processId: string | null;
  readonly about: string | null;
  /** `organisation` or `recipient`, where whoever asks must name one. */
  readonly toName: string | null;
  readonly explained: readonly string[];
}

/** How a question stands. */
export interface FormAnswer {
  readonly participantId: string;
  readonly purpose: string;
  readonly processId: string | null;
  readonly about: string | null;
  readonly answer: string | null;
  readonly live: boolean;
}

export interface FormProcess {
  readonly id: string;
  readonly type: string | null;
  readonly stage: string;
  readonly members: readonly {
    readonly participantId: string;
    readonly part: string;
    readonly side: string | null;
    readonly takesPart: boolean;
    readonly leftAt: string | null;
  }[];
  /** What its kind needs to have settled; left out for a page that has no use for it. */
  readonly arrangements?: readonly { readonly arrangement: string; readonly at: string | null }[];
  readonly followUp?: readonly {
    readonly participantId: string;
    readonly point: string;
    readonly dueAt: string | null;
    readonly doneAt: string | null;
  }[];
  /** Letters, recordings and carried messages. */
  readonly communications: readonly {
    readonly id: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly sha256: string;
    readonly state: string;
    /** The exact text; left out for a form that has no use for it, its words null for a reader they are not for. */
    readonly text?: { readonly words: string | null };
  }[];
  readonly agreement: {
    readonly items: readonly {
      readonly id: string;
      readonly kind: string;
      readonly doer: string;
      readonly agreedAt: string | null;
      readonly outcome: string | null;
    }[];
  };
}

/** The processes that have not ended. */
export const running = ({ processes }: FormCase): readonly FormProcess[] =>
  (processes ?? []).filter(({ stage }) => stage !== 'ended');

/** The people who are in the case. */
export const inTheCase = ({ participants }: FormCase): readonly FormPerson[] =>
  (participants ?? []).filter(({ leftAt }) => leftAt === null);

/** Of a form that is of no case. */
export const emptyCase: FormCase = {
  id: '',
  reference: '',
  revision: null,
  participants: null,
  processes: null,
  concerns: null,
  freezes: null,
  orders: null,
  deviations: null,
  facilitators: null,
};
