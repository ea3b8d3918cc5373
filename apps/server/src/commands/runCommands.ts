import { applyCommand } from "@polku/journey";
import type { CommandResult, OneCommand } from "@polku/protocol";
import { makeId } from "../accounts/secrets.ts";
import type { Actor } from "../policies/actor.ts";
import { makeTurns } from "../inTurn.ts";
import { originFor } from "../rooms/changeOrigin.ts";
import type { Services } from "../services.ts";

/** The answers already given to these commands, by id. */
async function answered(
  { db }: Services,
  journeyId: string,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, CommandResult>> {
  const rows = await db
    .selectFrom("commandReceipt")
    .select(["commandId", "result"])
    .where("journeyId", "=", journeyId)
    .where("actorId", "=", actor.id)
    .where("commandId", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.commandId, JSON.parse(row.result) as CommandResult]));
}

async function keep(
  { db, clock }: Services,
  journeyId: string,
  actor: Actor,
  results: readonly CommandResult[],
): Promise<void> {
  if (results.length === 0) return;
  const createdAt = clock.now();
  await db
    .insertInto("commandReceipt")
    .values(
      results.map((result) => ({
        journeyId,
        commandId: result.id,
        actorId: actor.id,
        result: JSON.stringify(result),
        createdAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function resultOf(id: string, outcome: ReturnType<typeof applyCommand>): CommandResult {
  if (outcome.ok) return { id, ok: true, value: { id: outcome.value.id } };
  const { code, field, allowed } = outcome;
  return { id, ok: false, code, field, ...(allowed === undefined ? {} : { allowed: [...allowed] }) };
}

/** One after another per journey and actor: the same id sent twice at once is carried out once. */
const inTurn = makeTurns();

/** Carries out commands in their order, each once for its id; what they changed is on disk when it resolves. */
export function runCommands(
  services: Services,
  journeyId: string,
  actor: Actor,
  commands: readonly Required<OneCommand>[],
): Promise<CommandResult[]> {
  return inTurn(`${journeyId}/${actor.id}`, async () => {
    const known = await answered(
      services,
      journeyId,
      actor,
      commands.map((one) => one.id),
    );
    const fresh = new Map<string, CommandResult>();
    const results = await services.rooms.withDocument(journeyId, (doc) => {
      const now = () => new Date(services.clock.now()).toISOString();
      const context = { doc, origin: originFor(actor), by: actor.id, newId: makeId, now };
      return commands.map(({ id, name, args }) => {
        const before = known.get(id) ?? fresh.get(id);
        if (before !== undefined) return before;
        const result = resultOf(id, applyCommand(context, name, args));
        fresh.set(id, result);
        return result;
      });
    });
    await keep(
      services,
      journeyId,
      actor,
      [...fresh.values()].filter((result) => result.ok),
    );
    return results;
  });
}
