// When may the window say "Saved"? Only when the server has told that everything sent up to a certain change is on its disk.
// The provider's own counter of unsynced changes reads 0 too early after a reconnect (design note on real time, A3), so it is not used.

export type SavingState = "saved" | "saving";

export type Saving = {
  /** A local change happened: it is unsaved until the server has answered for it. */
  readonly changed: () => void;
  /** The handshake with the server is done: everything of ours has been sent. */
  readonly synced: () => void;
  readonly lost: () => void;
  /** The server's answer to `save?`. */
  readonly answered: (version: number, session: string) => void;
  readonly state: () => SavingState;
};

type World = {
  /** Sends `save?` with a version and a session; false when there is no connection. */
  readonly ask: (version: number, session: string) => void;
  /** Runs later, once, in this window's own time. */
  readonly later: (run: () => void) => void;
  readonly newSession: () => string;
  readonly tell: () => void;
};

/** Keeps count of what is on the server's disk. `later` gathers the letters of one burst into one question. */
export function createSaving(world: World): Saving {
  let version = 0;
  let saved = -1;
  let session: string | null = null;
  let asking = false;

  const ask = (): void => {
    if (session === null || asking) return;
    asking = true;
    const mine = session;
    world.later(() => {
      asking = false;
      if (session === mine && saved < version) world.ask(version, mine);
    });
  };

  return {
    changed: () => {
      version += 1;
      ask();
      world.tell();
    },
    synced: () => {
      session = world.newSession();
      saved = -1;
      asking = false;
      ask();
      world.tell();
    },
    lost: () => {
      session = null;
      world.tell();
    },
    answered: (answeredVersion, answeredSession) => {
      if (answeredSession !== session) return;
      saved = Math.max(saved, answeredVersion);
      world.tell();
    },
    state: () => (session !== null && saved === version ? "saved" : "saving"),
  };
}
