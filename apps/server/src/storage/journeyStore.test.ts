import { makeTestFolder } from "../testing/testFolder.ts";
import { describeJourneyStore } from "./journeyStore.contract.ts";
import { memoryJourneyStore } from "./memoryJourneyStore.ts";
import { openAppDatabase } from "./openAppDatabase.ts";
import { sqlJourneyStore } from "./sql/sqlJourneyStore.ts";

describeJourneyStore("memory", async () => ({ store: memoryJourneyStore(), close: async () => {} }));

describeJourneyStore("SQL", async () => {
  const { folder, remove } = makeTestFolder();
  const db = await openAppDatabase(folder);
  return { store: sqlJourneyStore(db), close: () => db.destroy().then(remove) };
});
