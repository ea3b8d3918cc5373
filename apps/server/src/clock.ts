/** The present moment, given from outside so that tests decide it: ms since 1970. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: () => Date.now() };
