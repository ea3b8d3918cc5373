const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** What one connection and one document may cost. Bytes, ms, counts; the reasons stand beside those that are not plain. */
export const limits = {
  frame: 4 * mebibyte,
  update: mebibyte,
  /** A whole offline copy comes as one step 2. */
  handshake: 4 * mebibyte,
  structsOfUpdate: 20_000,
  structsOfHandshake: 400_000,
  document: 8 * mebibyte,
  /** As many as the commands allow (`ENTITY_LIMIT` in packages/journey). */
  entitiesOfKind: 20_000,
  /** How deep values may lie in one another; the deepest of ours is a text in an entity in a map. */
  nesting: 16,
  presence: 2 * kibibyte,
  stateless: 16 * kibibyte,
  /** A sender that is faster is read more slowly, not cut off: a script that writes a thousand changes loses none of them. */
  messagesPerSecond: 60,
  messageBurst: 240,
  presencePerSecond: 30,
  presenceBurst: 60,
  /** How often one document's movements are sent on: a person sees no difference, a server much. */
  presenceEveryMs: 25,
  /** Six a minute: the answer to ten bytes may be the whole document, and a client that connects anew has a new socket. */
  handshakesPerSecond: 0.1,
  handshakeBurst: 6,
  /** Read from the socket, not yet handled. */
  unreadBytes: 16 * mebibyte,
  unreadBytesBeforeSignIn: 256 * kibibyte,
  documentsOfSocket: 20,
  /**
   * Open at once in this process; beyond, and above this share of the heap, no further document is opened until others are closed. Above
   * 80 % V8 ends a process whose collector works hard and frees little, though there may be memory left: stay well below.
   */
  openDocuments: 2_000,
  heapShare: 0.7,
  signInMs: 10_000,
  /** Above this much unsent, presence is left out; above that much more than a whole document on its way, the connection is cut. */
  unsentForPresence: 256 * kibibyte,
  unsent: 4 * mebibyte,
  pingMs: 30_000,
  heartbeatMs: 10_000,
} as const;
