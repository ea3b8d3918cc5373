import type { CommentThread, NewComment } from "@polku/protocol";
import { grantsOfJourney } from "../accounts/grantsOfJourney.ts";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import { makeTurns } from "../inTurn.ts";
import type { Actor } from "../policies/actor.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { CommentRow } from "../storage/commentTables.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { peopleCalled } from "./mentions.ts";

const mostComments = 5_000;

/** Who asks, and whether they may tidy up after others. */
type Asker = { actor: Pick<Actor, "id" | "name">; mayEdit: boolean };

/** The comments of journeys. Each deed is on disk when its promise resolves, and whoever is in the journey has been told. */
export type Comments = {
  list(journeyId: string, asker: Asker): Promise<CommentThread[]>;
  /** A second time with the same id changes nothing. @throws comment.unknown (no such thread), comment.tooMany */
  add(journeyId: string, comment: NewComment, asker: Asker): Promise<void>;
  /** @throws comment.unknown, comment.notYours */
  change(
    journeyId: string,
    id: string,
    change: { text?: string | undefined; resolved?: boolean | undefined; parked?: boolean | undefined },
    asker: Asker,
  ): Promise<void>;
  /** Removes a remark; with the one that began a thread go its answers. @throws comment.unknown, comment.notYours */
  remove(journeyId: string, id: string, asker: Asker): Promise<void>;
  /** Everything that calls this person here has been seen. */
  sawMentions(journeyId: string, personId: string): Promise<void>;
};

type Deps = { db: AppDatabase; rooms: Rooms; clock: Clock };

const isoOf = (at: number): string => new Date(at).toISOString();

function threadsOf(
  rows: readonly CommentRow[],
  seen: ReadonlyMap<string, boolean>,
  asker: Asker,
): CommentThread[] {
  const answers = Map.groupBy(rows, ({ threadId }) => threadId);
  const threads = rows
    .filter(({ id, threadId }) => id === threadId)
    .map((first) => {
      const remarks = answers.get(first.id) ?? [first];
      const { resolvedAt, resolvedBy, parkedAt } = first;
      const thread: CommentThread = {
        id: first.id,
        thing: first.thing,
        resolved: resolvedAt === null ? null : { at: isoOf(resolvedAt), by: resolvedBy ?? "" },
        parked: parkedAt !== null,
        remarks: remarks.map((row) => ({
          id: row.id,
          by: { id: row.authorId, name: row.authorName },
          text: row.text,
          at: isoOf(row.at),
          editedAt: row.editedAt === null ? null : isoOf(row.editedAt),
          mentionsMe: seen.has(row.id),
          seen: seen.get(row.id) ?? true,
          mayChange: row.authorId === asker.actor.id,
          mayRemove: row.authorId === asker.actor.id || asker.mayEdit,
        })),
      };
      return { latest: remarks.at(-1)?.at ?? first.at, thread };
    });
  return threads.toSorted((a, b) => b.latest - a.latest).map(({ thread }) => thread);
}

export function openComments({ db, rooms, clock }: Deps): Comments {
  const inTurn = makeTurns();
  const of = (journeyId: string) => db.selectFrom("comment").where("journeyId", "=", journeyId);

  async function found(journeyId: string, id: string): Promise<CommentRow> {
    const row = await of(journeyId).selectAll().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Problem("comment.unknown");
    return row;
  }

  const deed = (journeyId: string, work: () => Promise<void>): Promise<void> =>
    inTurn(journeyId, async () => {
      await work();
      rooms.broadcast({ journeyId }, { t: "comments" });
    });

  async function call(journeyId: string, commentId: string, text: string, byId: string): Promise<void> {
    const people = await grantsOfJourney(db, clock, journeyId);
    const called = peopleCalled(text, people).filter(({ id }) => id !== byId);
    for (const { id: personId } of called)
      await db
        .insertInto("commentMention")
        .values({ commentId, personId, seenAt: null })
        .onConflict((clash) => clash.doNothing())
        .execute();
  }

  return {
    list: async (journeyId, asker) => {
      const rows = await of(journeyId).selectAll().orderBy("at").orderBy("id").execute();
      const calls = await db
        .selectFrom("commentMention")
        .innerJoin("comment", "comment.id", "commentMention.commentId")
        .select(["commentId", "seenAt"])
        .where("journeyId", "=", journeyId)
        .where("personId", "=", asker.actor.id)
        .execute();
      const seen = new Map(calls.map(({ commentId, seenAt }) => [commentId, seenAt !== null]));
      return threadsOf(rows, seen, asker);
    },

    add: (journeyId, { id, thing, threadId, text }, { actor }) =>
      deed(journeyId, async () => {
        const { count } = await of(journeyId)
          .select(({ fn }) => fn.countAll<number>().as("count"))
          .executeTakeFirstOrThrow();
        if (count >= mostComments) throw new Problem("comment.tooMany", { most: String(mostComments) });
        const thread = threadId === undefined ? undefined : await found(journeyId, threadId);
        if (thread !== undefined && thread.id !== thread.threadId) throw new Problem("comment.unknown");
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("comment")
          .values({
            id,
            journeyId,
            threadId: thread?.id ?? id,
            thing: thread?.thing ?? thing ?? "journey",
            authorId: actor.id,
            authorName: actor.name,
            text,
            at: clock.now(),
            editedAt: null,
            resolvedAt: null,
            resolvedBy: null,
            parkedAt: null,
          })
          .onConflict((clash) => clash.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 0n) await call(journeyId, id, text, actor.id);
      }),

    change: (journeyId, id, { text, resolved, parked }, { actor, mayEdit }) =>
      deed(journeyId, async () => {
        const row = await found(journeyId, id);
        const isOwn = row.authorId === actor.id;
        if (text !== undefined && !isOwn) throw new Problem("comment.notYours");
        const isOfThread = resolved !== undefined || parked !== undefined;
        if (isOfThread && !isOwn && !mayEdit) throw new Problem("comment.notYours");
        if (isOfThread && row.threadId !== row.id) throw new Problem("comment.unknown");
        const now = clock.now();
        await db
          .updateTable("comment")
          .set({
            ...(text === undefined ? {} : { text, editedAt: now }),
            ...(resolved === undefined
              ? {}
              : { resolvedAt: resolved ? now : null, resolvedBy: resolved ? actor.name : null }),
            ...(parked === undefined ? {} : { parkedAt: parked ? now : null }),
          })
          .where("id", "=", id)
          .execute();
        if (text !== undefined) await call(journeyId, id, text, actor.id);
      }),

    remove: (journeyId, id, { actor, mayEdit }) =>
      deed(journeyId, async () => {
        const row = await found(journeyId, id);
        if (row.authorId !== actor.id && !mayEdit) throw new Problem("comment.notYours");
        await db.transaction().execute(async (trx) => {
          const gone = trx
            .selectFrom("comment")
            .select("id")
            .where(row.threadId === row.id ? "threadId" : "id", "=", row.id);
          await trx.deleteFrom("commentMention").where("commentId", "in", gone).execute();
          await trx.deleteFrom("comment").where("id", "in", gone).execute();
        });
      }),

    sawMentions: async (journeyId, personId) => {
      await db
        .updateTable("commentMention")
        .set({ seenAt: clock.now() })
        .where("personId", "=", personId)
        .where("seenAt", "is", null)
        .where("commentId", "in", of(journeyId).select("id"))
        .execute();
    },
  };
}
