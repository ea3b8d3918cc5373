/** An image that lies on the free canvas of a journey. `type` is what its bytes are, not what somebody said they are. */
export type JourneyImageRow = {
  journeyId: string;
  id: string;
  type: string;
  bytes: Uint8Array;
  size: number;
  createdBy: string;
  createdAt: number;
};

export type ImageTables = { journeyImage: JourneyImageRow };
