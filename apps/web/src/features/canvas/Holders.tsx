import { useSyncExternalStore } from "react";
import { thingKey, type Thing } from "../../session/attention.ts";
import { useSession } from "../../session/SessionContext.tsx";

/** Who else has this thing in hand: one string, so that a card wakes only when its own holders change. */
function useHolders(key: string): string {
  const { presence } = useSession();
  return useSyncExternalStore(presence.subscribe, () => {
    const holders = presence.others().filter((other) => other.selection.includes(key));
    return holders.map(({ user }) => `${user.colour}\t${user.name}`).join("\n");
  });
}

/** A frame in the colour of the people who have selected a thing, with their names beside. */
export function Holders({ thing }: { readonly thing: Thing }) {
  const holders = useHolders(thingKey(thing));
  if (holders === "") return null;
  const [first = ""] = holders.split("\n");
  const [colour = ""] = first.split("\t");
  const names = holders.split("\n").map((line) => line.split("\t")[1]);
  return (
    <span className="holders" style={{ borderColor: colour }} aria-hidden="true">
      <span className="holders__names" style={{ background: colour }}>
        {names.join(", ")}
      </span>
    </span>
  );
}
