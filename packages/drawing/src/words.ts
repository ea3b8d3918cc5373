import type { Channel, ContactKind, GroundingLevel, LaneKind } from "@polku/journey";

/** Every visible word of a drawn journey, in the reader's language. The painter itself holds none. */
export interface Words {
  readonly lang: string;
  /** Lanes nobody named. */
  readonly lanes: Readonly<Record<LaneKind, string>>;
  readonly stages: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly contactKinds: Readonly<Record<ContactKind, string>>;
  readonly levels: Readonly<Record<GroundingLevel, string>>;
  /** "3 people" */
  readonly people: (n: number) => string;
  /** "and 3 more" quotes */
  readonly more: (n: number) => string;
  /** What an empty touchpoint asks: "Who has said this?" */
  readonly whoSaidThis: string;
  readonly untitled: string;
  readonly sample: string;
  readonly unofficial: string;
  readonly momentOfTruth: string;
  readonly team: string;
  readonly customers: string;
  readonly expectation: string;
  readonly peak: string;
  readonly valley: string;
  readonly end: string;
  readonly rosier: string;
  readonly gloomier: string;
  readonly arriving: string;
  /** "Nobody told the customer what became of it." */
  readonly loopBroken: string;
  readonly promiseBroken: string;
  readonly promiseKept: string;
  readonly promiseOpen: string;
  /** What −2 … +2 are called. */
  readonly feeling: Readonly<Record<-2 | -1 | 0 | 1 | 2, string>>;
}
