import { CONVENTIONS } from "./conventions.ts";
import { hoursBetween, parseMoment } from "./moment.ts";

/** One customer's feedback: received at, told what happened at (ISO 8601), and whether we can reach them. */
export interface FeedbackCase {
  readonly at: string | null;
  readonly closedAt: string | null;
  readonly contactable: boolean;
}

/** The inner loop: how many customers were told. Rates 0..1 of the decided; null where none is decided. */
export interface ClosedLoop {
  readonly contactable: number;
  /** Closed, or open for longer than promised. */
  readonly decided: number;
  /** Still open, and still in time. */
  readonly pending: number;
  readonly anonymous: number;
  readonly closed: number;
  readonly rate: number | null;
  readonly timelyRate: number | null;
}

/** The closed loop of feedback cases (method A8). `now` in ms since 1970; `slaHours` by convention 48. */
export function closedLoop(
  cases: readonly FeedbackCase[],
  now: number,
  slaHours: number = CONVENTIONS.slaHours,
): ClosedLoop {
  const reachable = cases.filter((one) => one.contactable);
  const closed = reachable.filter((one) => one.closedAt !== null);
  const timely = closed.filter((one) => within(one, parseMoment(one.closedAt), slaHours));
  const overdue = reachable.filter((one) => one.closedAt === null && isOverdue(one, now, slaHours));
  const decided = closed.length + overdue.length;
  return {
    contactable: reachable.length,
    decided,
    pending: reachable.length - decided,
    anonymous: cases.length - reachable.length,
    closed: closed.length,
    rate: decided === 0 ? null : closed.length / decided,
    timelyRate: decided === 0 ? null : timely.length / decided,
  };
}

function within(one: FeedbackCase, end: number | null, hours: number): boolean {
  const start = parseMoment(one.at);
  return start !== null && end !== null && hoursBetween(start, end) <= hours;
}

function isOverdue(one: FeedbackCase, now: number, hours: number): boolean {
  const start = parseMoment(one.at);
  return start !== null && hoursBetween(start, now) > hours;
}

/** How far an insight has come; the loop is closed only when customers were told. */
export type InsightStatus = "open" | "decided" | "shipped" | "told_customers";

/** The outer loop: of what was decided, how much customers were told of; null where nothing is decided. */
export function outerLoop(statuses: readonly InsightStatus[]): {
  readonly decided: number;
  readonly told: number;
  readonly rate: number | null;
} {
  const decided = statuses.filter((status) => status !== "open").length;
  const told = statuses.filter((status) => status === "told_customers").length;
  return { decided, told, rate: decided === 0 ? null : told / decided };
}
