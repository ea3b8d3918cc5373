import { main } from "../main.ts";
import { openFaultyLog } from "./faultyLog.ts";

const { log, disk } = openFaultyLog(process.env.POLKU_DATA ?? "");
process.on("SIGUSR2", () => {
  disk("full");
  process.stdout.write("The disk is full.\n");
});
await main({ journeyLog: log });
