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
  presence: 2 * kibibyte,
  stateless: 16 * kibibyte,
  /** A sender that is faster is read more slowly, not cut off: a script that writes a thousand changes loses none of them. */
  messagesPerSecond: 120,
  messageBurst: 480,
  presencePerSecond: 30,
  presenceBurst: 60,
  /** How often one document's movements are sent on: a person sees no difference, a server much. */
  presenceEveryMs: 25,
  /** The answer to ten bytes may be the whole document. */
  handshakesPerSecond: 0.2,
  handshakeBurst: 12,
  /** Read from the socket, not yet handled. */
  unreadBytes: 16 * mebibyte,
  unreadBytesBeforeSignIn: 256 * kibibyte,
  documentsOfSocket: 20,
  signInMs: 10_000,
  /** Above this much unsent, presence is left out; above that much, the connection is cut. */
  unsentForPresence: 256 * kibibyte,
  unsent: 8 * mebibyte,
  pingMs: 30_000,
  heartbeatMs: 10_000,
} as const;
