import type { Speaker } from "./contact.ts";

const agents =
  /^(h|haastattelija|interviewer|moderator|moderaattori|agent|asiakaspalvelija|aspa|neuvoja|tutkija|researcher|q|k|kysyjä|support|virkailija)\s?\d*$/i;
const customers =
  /^(m|v|a|asiakas|customer|vastaaja|haastateltava|respondent|participant|osallistuja|user|käyttäjä|client|caller|soittaja)\s?\d*$/i;
const bots = /^(bot|botti|chatbot|chatbotti|virtuaaliassistentti|assistant)\s?\d*$/i;

/**
 * Guesses who is who from names alone ("H", "Asiakas", "Agent 2"), and of two people the one who asks at least twice
 * as often is taken for ours. Where nothing is sure the answer is `other`; a person corrects it in the wizard.
 */
export function guessSpeakers(turns: readonly { name?: string; text: string }[]): Record<string, Speaker> {
  const questions = new Map<string, number>();
  for (const turn of turns) {
    if (turn.name === undefined) continue;
    questions.set(turn.name, (questions.get(turn.name) ?? 0) + (turn.text.match(/\?/g)?.length ?? 0));
  }
  const roles: Record<string, Speaker> = Object.create(null) as Record<string, Speaker>;
  for (const name of questions.keys()) roles[name] = byName(name);
  const names = [...questions.keys()];
  if (names.length === 2) settlePair(names, roles, questions);
  return roles;
}

function byName(name: string): Speaker {
  if (agents.test(name)) return "agent";
  if (customers.test(name)) return "customer";
  return bots.test(name) ? "bot" : "other";
}

function settlePair(
  names: readonly string[],
  roles: Record<string, Speaker>,
  questions: ReadonlyMap<string, number>,
): void {
  const asked = (name: string | undefined): number => questions.get(name ?? "") ?? 0;
  const [one, two] = names;
  if (one === undefined || two === undefined) return;
  if (roles[one] === "other" && roles[two] === "other") {
    const [most, least] = asked(one) >= asked(two) ? [one, two] : [two, one];
    if (asked(most) >= 2 && asked(most) >= 2 * asked(least)) roles[most] = "agent";
  }
  if (roles[one] === "agent" && roles[two] === "other") roles[two] = "customer";
  if (roles[two] === "agent" && roles[one] === "other") roles[one] = "customer";
}
