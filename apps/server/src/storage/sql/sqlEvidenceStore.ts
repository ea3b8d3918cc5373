import { type Expression, type SqlBool, sql } from "kysely";
import type { EvidenceStore } from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { bury, erase, isErased, tombstones } from "./sqlErase.ts";
import { keepContacts } from "./sqlContacts.ts";
import { notErased } from "./notErased.ts";
import { forgetIdentity } from "./sqlIdentity.ts";
import { librarySums } from "./sqlLibrarySums.ts";
import { sqlQuotes } from "./sqlQuotes.ts";
import { completions, contactsWhere, countContacts, findContacts, stemsAt } from "./sqlSearch.ts";
import { sweep } from "./sqlSweep.ts";
import { setTriage } from "./sqlTags.ts";

function summaries(db: AppDatabase) {
  return db
    .selectFrom("source")
    .where("source.erasingAt", "is", null)
    .selectAll("source")
    .select((from) => [
      from
        .selectFrom("contact")
        .whereRef("contact.sourceId", "=", "source.id")
        .select((of) => of.fn.countAll<number>().as("n"))
        .$asScalar()
        .$notNull()
        .as("contacts"),
      from
        .selectFrom("quote")
        .whereRef("quote.sourceId", "=", "source.id")
        .select((of) => of.fn.countAll<number>().as("n"))
        .$asScalar()
        .$notNull()
        .as("quotes"),
      from
        .selectFrom("contact")
        .whereRef("contact.sourceId", "=", "source.id")
        .where("ratingX", "is not", null)
        .select((of) => of.fn.count<number>("ratingX").as("n"))
        .$asScalar()
        .$notNull()
        .as("scored"),
      from
        .selectFrom("contact")
        .whereRef("contact.sourceId", "=", "source.id")
        .select((of) => of.fn.min("occurredAt").as("at"))
        .$asScalar()
        .as("firstAt"),
      from
        .selectFrom("contact")
        .whereRef("contact.sourceId", "=", "source.id")
        .select((of) => of.fn.max("occurredAt").as("at"))
        .$asScalar()
        .as("lastAt"),
    ]);
}

/** Sources, contacts and quotes in `app.db`. Must be opened before anything is erased: it turns on overwriting of what is deleted. */
export async function openSqlEvidenceStore(db: AppDatabase): Promise<EvidenceStore> {
  await sql`pragma secure_delete = on`.execute(db);
  const quotes = sqlQuotes(db);
  let sweeping: Promise<void> = Promise.resolve();
  return {
    addSource: async (source) => {
      await db.insertInto("source").values(source).execute();
    },
    findSource: (id) => summaries(db).where("source.id", "=", id).executeTakeFirst(),
    knownSource: async (fileHash, title, kind) =>
      (await db.selectFrom("source").selectAll().where("fileHash", "=", fileHash).executeTakeFirst()) ??
      (await db
        .selectFrom("source")
        .selectAll()
        .where("title", "=", title)
        .where("kind", "=", kind)
        .executeTakeFirst()),
    listSources: () => summaries(db).orderBy("createdAt", "desc").orderBy("id").execute(),

    addImport: async (started) => {
      await db.insertInto("sourceImport").values(started).execute();
    },
    findImport: (id) => db.selectFrom("sourceImport").selectAll().where("id", "=", id).executeTakeFirst(),
    changeImport: async (id, change) => {
      await db.updateTable("sourceImport").set(change).where("id", "=", id).execute();
    },
    failUnfinished: async (reason, now) => {
      await db
        .updateTable("sourceImport")
        .set({ state: "failed", reason, endedAt: now })
        .where("state", "in", ["waiting", "running"])
        .execute();
    },

    rememberMapping: async (headingsHash, mapping, changedAt, sourceId) => {
      await db
        .replaceInto("rememberedMapping")
        .values({ headingsHash, mapping, changedAt, sourceId })
        .execute();
    },
    rememberedMapping: async (headingsHash) => {
      const found = await db
        .selectFrom("rememberedMapping")
        .select("mapping")
        .where("headingsHash", "=", headingsHash)
        .executeTakeFirst();
      return found?.mapping;
    },

    changeSource: async (id, change) => {
      await db.updateTable("source").set(change).where("id", "=", id).execute();
    },
    forgetIdentity: (sourceId) => forgetIdentity(db, sourceId),

    keepContacts: (sourceId, contacts) => keepContacts(db, sourceId, contacts),
    findContact: async (id) => (await contactsWhere(db, sql`"contact"."id" = ${id}`))[0],
    contactsOfPerson: (respondentKey) => contactsWhere(db, sql`"respondentKey" = ${respondentKey}`),
    contactsMentioning: async (letters, { besides, limit }) => {
      const holds = sql<SqlBool>`instr(lower("text"), ${letters.toLowerCase()}) > 0
        and ("respondentKey" is null or "respondentKey" <> ${besides})`;
      const rows = await db
        .selectFrom("contact")
        .select("id")
        .where(notErased)
        .where(holds)
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    findContacts: (asked) => findContacts(db, asked),
    countContacts: (asked) => countContacts(db, asked),
    knownStems: async (stems) => {
      const among: Expression<SqlBool> = sql`"stem" in (select "value" from json_each(${JSON.stringify(stems)}))`;
      const rows = await db.selectFrom("term").select("stem").where(among).execute();
      return rows.map(({ stem }) => stem);
    },
    stemsAt: (edges) => stemsAt(db, edges),
    completions: (piece, limit) => completions(db, piece, limit),
    setTriage: (asked) => setTriage(db, asked),
    ...quotes,
    librarySums: (asked) => librarySums(db, asked, quotes.themes),
    erase: (tombstone) => erase(db, tombstone),
    bury: (tombstone) => bury(db, tombstone),
    isErased: (thing) => isErased(db, thing),
    tombstones: () => tombstones(db),
    sweep: (now, options) => {
      const own = sweeping.then(() => sweep(db, now, options));
      sweeping = own.catch(() => {});
      return own;
    },
  };
}
