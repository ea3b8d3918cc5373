import { parseArgs } from "node:util";
import { roles } from "@polku/protocol";
import { readConfig, WrongEnvironment } from "../config.ts";
import { backup, restore } from "./backup.ts";
import { doctor } from "./doctor.ts";
import { eraseReasons } from "@polku/protocol";
import { eraseThing, exportJourney, importFiles } from "./throughServer.ts";
import { intakeRole } from "../accounts/apiTokens.ts";
import { createToken, listTokens, printSignInLink, revokeToken, turnSecondFactorOff } from "./tokens.ts";

/** A command called wrongly: the sentence says how it is called. */
class WrongCall extends Error {}

type Command = { usage: string; does: string; run: (args: string[]) => Promise<number> };

function oneArgument(args: readonly string[], usage: string): string {
  const [only, ...more] = args;
  if (only === undefined || more.length > 0) throw new WrongCall(`Call it so: ${usage}`);
  return only;
}

const token: Command = {
  usage:
    "token create --role owner|editor|commenter|viewer|intake [--journey ID] [--name N]  |  token list  |  token revoke ID",
  does: "make an API token and print it, alone and this once; list those that work; take one back",
  run: async ([verb, ...args]) => {
    if (verb === "list") return listTokens(readConfig(process.env));
    if (verb === "revoke") return revokeToken(readConfig(process.env), oneArgument(args, "token revoke ID"));
    const { values } = parseArgs({
      args,
      options: { role: { type: "string" }, journey: { type: "string" }, name: { type: "string" } },
    });
    const role = ([...roles, intakeRole] as const).find((known) => known === values.role);
    if (verb !== "create" || role === undefined) throw new WrongCall(`Call it so: ${token.usage}`);
    return createToken(readConfig(process.env), {
      role,
      journeyId: values.journey ?? "*",
      name: values.name ?? "token",
    });
  },
};

const commands: Record<string, Command> = {
  token,
  "sign-in": {
    usage: "sign-in",
    does: "print a one-time link with which the owner signs in once more",
    run: () => printSignInLink(readConfig(process.env)),
  },
  "second-factor-off": {
    usage: "second-factor-off ADDRESS",
    does: "turn off the second factor of whoever signs in by this address and has lost it",
    run: (args) =>
      turnSecondFactorOff(readConfig(process.env), oneArgument(args, "second-factor-off ADDRESS")),
  },
  import: {
    usage: "import FILE… [--kind KIND]",
    does: "take in journeys (.json, .mmd) and what customers said (.csv, .vtt, .srt, .txt); KIND as in the API, such as survey_nps",
    run: (args) => {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { kind: { type: "string" } },
      });
      if (positionals.length === 0) throw new WrongCall("Call it so: import FILE… [--kind KIND]");
      return importFiles(readConfig(process.env), positionals, values.kind);
    },
  },
  export: {
    usage: "export JOURNEY --format svg|png|pdf|json|polku|csv|xlsx|mermaid [--out FILE]",
    does: "write a journey to a file, or to the output",
    run: (args) => {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { format: { type: "string", default: "json" }, out: { type: "string" } },
      });
      const journey = oneArgument(
        positionals,
        "export JOURNEY --format svg|png|pdf|json|polku|csv|xlsx|mermaid [--out FILE]",
      );
      return exportJourney(readConfig(process.env), journey, values.format, values.out);
    },
  },
  erase: {
    usage: "erase --source ID | --contact ID | --quote ID | --person WHO [--reason R]",
    does: "erase a source, a contact, a quote, or everything a person said (WHO: as their file calls them); R: request, consent, retention, mistake or other",
    run: (args) => {
      const text = { type: "string" } as const;
      const options = { source: text, contact: text, quote: text, person: text, reason: text };
      const { reason = "other", ...things } = parseArgs({ args, options }).values;
      const [named, ...more] = Object.entries(things);
      const known = eraseReasons.find((one) => one === reason);
      if (named === undefined || more.length > 0 || known === undefined)
        throw new WrongCall(
          "Call it so: erase --source ID | --contact ID | --quote ID | --person WHO [--reason R]",
        );
      return eraseThing(readConfig(process.env), { what: named[0], id: named[1], reason: known });
    },
  },
  backup: {
    usage: "backup FILE [--keys KEYS]",
    does: "copy everything into one file while the server runs, and the keys to what customers said into another (FILE.keys)",
    run: (args) => {
      const options = { keys: { type: "string" } } as const;
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
      const file = oneArgument(positionals, "backup FILE [--keys KEYS]");
      return backup(readConfig(process.env), file, values.keys);
    },
  },
  restore: {
    usage: "restore FILE [--keys KEYS] [--old-keys] [--without-words]",
    does: "put a backup in the place of the data folder, which is kept beside it; what was erased since stays erased",
    run: (args) => {
      const flag = { type: "boolean" } as const;
      const options = { keys: { type: "string" }, "old-keys": flag, "without-words": flag } as const;
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
      const file = oneArgument(positionals, "restore FILE [--keys KEYS] [--old-keys] [--without-words]");
      return restore(readConfig(process.env), file, {
        keysFrom: values.keys,
        oldKeys: values["old-keys"],
        withoutWords: values["without-words"],
      });
    },
  },
  doctor: {
    usage: "doctor",
    does: "check the data folder record by record and name what is damaged",
    run: () => doctor(readConfig(process.env)),
  },
};

function printUsage(): void {
  console.log("npm run polku -- COMMAND\n");
  for (const { usage, does } of Object.values(commands)) console.log(`  ${usage}\n      ${does}`);
}

/** Runs one command of the command line and returns its exit code: 0 done, 1 refused or failed, 2 called wrongly. */
export async function runCommand(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : commands[name];
  if (command === undefined) {
    printUsage();
    return name === undefined || name === "help" ? 0 : 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const calledWrongly = error instanceof WrongCall || code?.startsWith("ERR_PARSE_ARGS");
    if (calledWrongly || error instanceof WrongEnvironment) console.error(message);
    else console.error(error);
    return calledWrongly ? 2 : 1;
  }
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2));
