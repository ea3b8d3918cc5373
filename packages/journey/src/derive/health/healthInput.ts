import type { JourneyView } from "../../read/view.ts";
import type { QuoteFacts } from "../touchpointLinks.ts";

/** A quote as the health page needs it. */
export interface HealthQuote extends QuoteFacts {
  readonly personaId: string | null;
  readonly manner: string;
}

/** What the library adds to the map: sums without a word. */
export interface LibrarySums {
  /** Valences −2..2 of the contacts of the sources at hand, with how many contacts have each. */
  readonly valences: readonly { readonly v: number; readonly n: number }[];
  readonly read: { readonly triaged: number; readonly total: number };
  /** Contacts per week, from the week `first` on (`weekOf`). */
  readonly weeks: { readonly first: number; readonly contacts: readonly number[] };
  /** The commonest themes with their contacts in the same weeks. */
  readonly themes: readonly { readonly theme: string; readonly contacts: readonly number[] }[];
}

/** What the page is narrowed to; nothing given is everything. Moments in ms since 1970; a quote without one is left out by them. */
export interface HealthFilter {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly personaId?: string | undefined;
  readonly sourceId?: string | undefined;
}

export interface HealthInput {
  readonly view: JourneyView;
  readonly quotes: ReadonlyMap<string, HealthQuote>;
  readonly surveys: readonly {
    readonly id: string;
    readonly kind: string;
    readonly invited: number | null;
    readonly responded: number | null;
  }[];
  /** Null where the library may not be read: what rests on it is not known then, and not zero. */
  readonly library: LibrarySums | null;
  readonly filter: HealthFilter;
  /** ms since 1970. */
  readonly now: number;
}
