import { DeleteJourney } from "../features/deleted/DeleteJourney.tsx";
import { LevelField } from "../features/levels/LevelField.tsx";
import SettingsMenu from "../features/topbar/SettingsMenu.tsx";
import { setWalking } from "../session/walking.ts";
import { useStatesDeeds } from "./useStatesDeeds.ts";

/** The settings of the window, with what the menu offers of the page. */
export default function SettingsPlace({ onKeys }: { readonly onKeys: () => void }) {
  const { make } = useStatesDeeds();
  return (
    <SettingsMenu onKeys={onKeys} onWalk={() => setWalking(true)} onFuture={make}>
      <LevelField />
      <DeleteJourney />
    </SettingsMenu>
  );
}
