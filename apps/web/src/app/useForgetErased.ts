import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { LIBRARY } from "../api/sources.ts";
import { useSession } from "../session/SessionContext.tsx";

/** When words were erased, nothing of the library stays in this window, open or closed: it is asked for anew. */
export function useForgetErased(): void {
  const session = useSession();
  const client = useQueryClient();
  useEffect(
    () =>
      session.onMessage((message) => {
        if (message.t !== "evidence") return;
        if (message.gone) void client.resetQueries({ queryKey: LIBRARY });
        else void client.invalidateQueries({ queryKey: LIBRARY });
      }),
    [session, client],
  );
}
