/**
 * Every threshold of the method that is our own convention and not a finding of research.
 * A workspace may set its own; each level and warning shows the one it used.
 * Valences are −2..2, hours are hours, shares are 0..1.
 */
export interface Conventions {
  /** People needed before a touchpoint is `supported`, and before a mean is trusted. */
  readonly supported: number;
  /** People needed for `triangulated` (Guest, Bunce & Johnson 2006: about 70 % of themes in six interviews). */
  readonly triangulated: number;
  /** People needed before opinions can be called `contested`. */
  readonly contestedN: number;
  /** The smaller side's least share for `contested`. */
  readonly contestedShare: number;
  /** Age in days after which the newest evidence is stale. */
  readonly staleDays: number;
  /** Distance between drawn curve and evidence, in valence, that is flagged. */
  readonly gapWarn: number;
  /** Least prominence, in valence, of a peak or valley that is reported. */
  readonly prominence: number;
  readonly skewDelta: number;
  readonly skewZ: number;
  readonly skewMinAttached: number;
  readonly skewMinLibrary: number;
  /** Response rates below this are called thin; "possible", never "certain" (Groves & Peytcheva 2008). */
  readonly lowResponse: number;
  /** |valence| from which an answer is extreme. */
  readonly extreme: number;
  /** Share of extreme answers from which only the extremes seem to have spoken. */
  readonly extremeShare: number;
  /** How much lower the library's share of extremes must be for the attached ones to stand out. */
  readonly extremeLibraryGap: number;
  readonly extremeMinValues: number;
  /** Share of links without a date that is warned about. */
  readonly undatedShare: number;
  readonly singleVoiceLinks: number;
  readonly singleVoiceShare: number;
  readonly unreadMinLibrary: number;
  /** Share of the library that should at least have been looked at. */
  readonly unreadShare: number;
  /** Share of machine-suggested valences that is warned about. */
  readonly suggestedShare: number;
  /** Hours within which a customer should have been told. */
  readonly slaHours: number;
  /** First answer: full marks up to `t` hours, none from `m` hours. */
  readonly ack: { readonly t: number; readonly m: number };
  /** Resolution: full marks up to `t` hours, none from `m` hours. */
  readonly res: { readonly t: number; readonly m: number };
}

/** What Polku uses where a workspace has not chosen otherwise. */
export const CONVENTIONS: Conventions = {
  supported: 3,
  triangulated: 6,
  contestedN: 4,
  contestedShare: 0.25,
  staleDays: 365,
  gapWarn: 1,
  prominence: 1,
  skewDelta: 0.5,
  skewZ: 1.645,
  skewMinAttached: 5,
  skewMinLibrary: 20,
  lowResponse: 0.3,
  extreme: 1.5,
  extremeShare: 0.8,
  extremeLibraryGap: 0.2,
  extremeMinValues: 5,
  undatedShare: 0.5,
  singleVoiceLinks: 3,
  singleVoiceShare: 0.5,
  unreadMinLibrary: 20,
  unreadShare: 0.2,
  suggestedShare: 0.3,
  slaHours: 48,
  ack: { t: 1, m: 72 },
  res: { t: 24, m: 336 },
};
