import type { Services } from "./services.ts";

const dayMs = 24 * 3_600_000;
/** A day that the server slept through is nothing; two are told. */
const lateMs = 2 * dayMs;
const lookMs = 15 * 60_000;

/** Something that runs once a day, also when the server was not running at the hour. */
export type Daily = {
  /** Runs it if a day has passed since the last time. A failure is in the log and in the metrics, and is tried again at the next look. */
  look(): Promise<void>;
  close(): Promise<void>;
};

type Deps = Pick<Services, "db" | "clock" | "log" | "metrics">;

/** Looks at once and then every quarter of an hour. `retention` is the name in the table, the log and the metrics. */
export function runDaily(
  { db, clock, log, metrics }: Deps,
  name: "retention",
  run: () => Promise<unknown>,
): Daily {
  let looking: Promise<void> = Promise.resolve();

  async function lookOnce(): Promise<void> {
    const now = clock.now();
    const last = await db.selectFrom("dailyRun").select("ranAt").where("name", "=", name).executeTakeFirst();
    const since = last === undefined ? 0 : now - last.ranAt;
    if (since > lateMs)
      log.warn({ name, days: Math.floor(since / dayMs) }, "what runs daily was missed; it runs now");
    metrics.tellDaily(name, last?.ranAt ?? null, since > lateMs);
    if (last !== undefined && since >= 0 && since < dayMs) return;
    await run();
    await db.replaceInto("dailyRun").values({ name, ranAt: now }).execute();
    metrics.tellDaily(name, now, false);
  }

  const look = (): Promise<void> => {
    looking = looking.then(lookOnce).catch((err: unknown) => {
      log.error({ err, name }, "what runs daily failed; it is tried again in a quarter of an hour");
      metrics.tellDaily(name, null, true);
    });
    return looking;
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return {
    look,
    close: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
