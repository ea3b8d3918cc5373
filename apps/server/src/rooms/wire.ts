/** How frames travel between a client and the rooms, which speak the Hocuspocus protocol among themselves. */
export type Wire = {
  /** A client's bytes as a frame of ours; `null` drops them. */
  toRoom(data: Uint8Array): Uint8Array | null;
  /** Our frame as the client's bytes; `null` drops it. */
  toClient(frame: Uint8Array): Uint8Array | null;
};

/** The Hocuspocus protocol itself; a lone byte is its answer to a ping, which needs nothing. */
export const hocuspocusWire: Wire = {
  toRoom: (data) => (data.length === 1 ? null : data),
  toClient: (frame) => frame,
};
