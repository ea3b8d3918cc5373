import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { AccessLog } from "./AccessLog.tsx";
import { PersonSearch } from "./PersonSearch.tsx";
import "./privacy.css";

type Props = {
  /** The key of a person, when they were chosen by something they said. */
  readonly person?: string;
  readonly onClose: () => void;
};

/** What only the owner sees: what is kept of a person, and who read what. */
export default function PrivacyDialog({ person, onClose }: Props) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<"person" | "log">("person");
  return (
    <Dialog title={t("privacy.title")} onClose={onClose} wide>
      <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(key === "log" ? "log" : "person")}>
        <TabList className="privacy__tabs" aria-label={t("privacy.title")}>
          <Tab id="person" className="privacy__tab">
            {t("privacy.person.title")}
          </Tab>
          <Tab id="log" className="privacy__tab">
            {t("privacy.log.title")}
          </Tab>
        </TabList>
        <TabPanel id="person" className="privacy__panel">
          <PersonSearch first={person ?? ""} />
        </TabPanel>
        <TabPanel id="log" className="privacy__panel">
          <AccessLog />
        </TabPanel>
      </Tabs>
    </Dialog>
  );
}
