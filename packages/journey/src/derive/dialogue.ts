import { hoursBetween, parseMoment } from "./moment.ts";

/** One message of a conversation; `at` ISO 8601. `auto` is an automatic reply, and answers nobody. */
export interface Message {
  readonly role: "customer" | "human" | "bot" | "system";
  readonly at: string | null;
  readonly agent?: string | null;
  readonly auto?: boolean;
}

/** What a conversation was: counts of turns, and whether anybody replied to what was said. */
export interface Dialogue {
  readonly turns: number;
  readonly customer: number;
  readonly human: number;
  readonly bot: number;
  /** A customer spoke, a person answered, and the customer spoke again. */
  readonly isDialogue: boolean;
  /** Hours from the customer's first words to the first person after them; null when none came. */
  readonly hoursToHuman: number | null;
  /** How often the person answering changed. */
  readonly handoffs: number;
  /** Customer–bot–customer rounds before the first person. */
  readonly botLoops: number;
  /** The customer had the last word, and nobody answered it. */
  readonly unanswered: boolean;
}

interface Turn {
  readonly role: "customer" | "human" | "bot";
  readonly agent: string | null;
  readonly at: number | null;
}

/** Messages in time order; one without a time stays after the one it followed. */
function inTimeOrder(messages: readonly Message[]): Message[] {
  let latest = Number.NEGATIVE_INFINITY;
  return messages
    .map((message) => {
      latest = parseMoment(message.at) ?? latest;
      return { message, when: latest };
    })
    .sort((a, b) => (a.when < b.when ? -1 : Number(a.when > b.when)))
    .map(({ message }) => message);
}

function turnsOf(messages: readonly Message[]): Turn[] {
  const turns: Turn[] = [];
  for (const { role, agent, auto, at } of inTimeOrder(messages)) {
    if (role === "system" || auto === true) continue;
    const who = role === "human" ? (agent ?? null) : null;
    const last = turns[turns.length - 1];
    if (last?.role === role && last.agent === who) continue;
    turns.push({ role, agent: who, at: parseMoment(at) });
  }
  return turns;
}

/** What happened in a conversation (method A8). */
export function dialogue(messages: readonly Message[]): Dialogue {
  const turns = turnsOf(messages);
  const count = (role: Turn["role"]) => turns.filter((turn) => turn.role === role).length;
  const asked = turns.findIndex((turn) => turn.role === "customer");
  const answered = turns.findIndex((turn, i) => asked >= 0 && i > asked && turn.role === "human");
  return {
    turns: turns.length,
    customer: count("customer"),
    human: count("human"),
    bot: count("bot"),
    isDialogue: answered >= 0 && turns.slice(answered).some((turn) => turn.role === "customer"),
    hoursToHuman: hoursFrom(turns[asked], turns[answered]),
    handoffs: handoffs(turns),
    botLoops: botLoops(turns),
    unanswered: turns[turns.length - 1]?.role === "customer",
  };
}

function hoursFrom(asked: Turn | undefined, answered: Turn | undefined): number | null {
  const from = asked?.at ?? null;
  const to = answered?.at ?? null;
  return from === null || to === null ? null : hoursBetween(from, to);
}

function handoffs(turns: readonly Turn[]): number {
  const agents = turns.filter((turn) => turn.role === "human").map((turn) => turn.agent);
  return agents.filter((agent, i) => i > 0 && agent !== agents[i - 1]).length;
}

function botLoops(turns: readonly Turn[]): number {
  const human = turns.findIndex((turn) => turn.role === "human");
  const before = human < 0 ? turns : turns.slice(0, human);
  return before.filter(
    (turn, i) =>
      turn.role === "customer" && before[i + 1]?.role === "bot" && before[i + 2]?.role === "customer",
  ).length;
}
