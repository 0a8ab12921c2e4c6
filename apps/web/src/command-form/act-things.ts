// What forms of acts read of the service before they are drawn; a page.graphql selects these, each only where a form asks for it.

export interface ActThings {
  /** Roles of whoever fills the form in. */
  readonly roles: readonly string[];
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly agreements: readonly {
      readonly id: string;
      readonly reference: string;
      readonly startsOn: string;
      readonly endsOn: string;
    }[];
  }[];
  readonly recordClasses: readonly {
    readonly class: string;
    readonly what: string;
    readonly controller: string;
    readonly lawfulBasis: string;
    readonly terms: readonly { readonly from: string; readonly years: number; readonly days: number }[];
    readonly why: string;
    readonly source: string;
  }[];
  readonly consentTexts: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly about: string | null;
    readonly version: string;
    readonly language: string;
    readonly words: string;
  }[];
  readonly suggestions: readonly {
    readonly id: string;
    readonly persons: readonly {
      readonly id: string;
      readonly name: string | null;
      readonly cases: readonly { readonly reference: string; readonly role: string }[];
    }[];
  }[];
  readonly proposal: { readonly id: string; readonly digest: string; readonly approvedAt: string | null } | null;
  /** The case that the address names before a stroke, with who is in it. */
  readonly ofCase: {
    readonly id: string;
    readonly reference: string;
    readonly participants:
      readonly { readonly personId: string; readonly name: string | null; readonly role: string }[] | null;
  } | null;
  readonly staff: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly active: boolean;
    readonly roles: readonly string[];
  }[];
}
