import { Footprints } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOthers } from "../../session/SessionContext.tsx";
import { setWalking, useWalking } from "../../session/walking.ts";
import { Button } from "../../ui/Button.tsx";
import { leaderOf } from "./leader.ts";
import { patiently } from "../../ui/patiently.ts";
import "./walkBack.css";

const Walk = lazy(() => patiently(() => import("./Walk.tsx")));

/** The walk of this window, its own or the one that somebody leads; who stepped out of a led walk may come back. */
export default function WalkPlace() {
  const { t } = useTranslation();
  const walks = useWalking();
  const leader = leaderOf(useOthers());
  // Whose walk this person stepped out of.
  const [left, setLeft] = useState<number | null>(null);
  const follows = leader !== undefined && leader.clientId !== left;
  useEffect(() => () => setWalking(false), []);
  if (follows || (walks && !leader))
    return (
      <Suspense fallback={null}>
        <Walk
          leader={leader}
          onLeave={() => {
            setWalking(false);
            setLeft(leader?.clientId ?? null);
          }}
        />
      </Suspense>
    );
  if (!leader) return null;
  return (
    <div className="walk-back" role="status">
      {t("walk.ledBy", { name: leader.user.name })}
      <Button className="button--small" icon={<Footprints size={15} />} onClick={() => setLeft(null)}>
        {t("walk.join")}
      </Button>
    </div>
  );
}
