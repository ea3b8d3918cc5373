import { addPersona } from "@polku/journey";
import { Plus, UserPlus, X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { Elsewhere } from "./Elsewhere.tsx";
import { PersonaForm } from "./PersonaForm.tsx";
import { PersonaItem } from "./PersonaItem.tsx";
import { TakeFromOthers } from "./TakeFromOthers.tsx";
import "./personas.css";

/** Whose journey it is: everybody who walks it, what they want, and what we know that from. */
export default function PersonasPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const personas = useJourney((view) => view.personas);
  const [editing, setEditing] = useState<string | null>(null);
  const [taking, setTaking] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onClose);
  const edited = personas.find(({ id }) => id === editing);
  const add = (): void => {
    session.undo.beginStep();
    const made = session.run(addPersona, { name: "" });
    if (made.ok) setEditing(made.value.id);
  };
  return (
    <aside className="personas" ref={panel} aria-label={t("personas.title")}>
      <div className="personas__head">
        <h2>{t("personas.title")}</h2>
        <IconButton label={t("ui.close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
      {taking ? (
        <TakeFromOthers onBack={() => setTaking(false)} />
      ) : edited ? (
        <PersonaForm key={edited.id} persona={edited} onBack={() => setEditing(null)} />
      ) : (
        <>
          {personas.length === 0 && <p className="personas__none">{t("personas.none")}</p>}
          <ul className="personas__list">
            {personas.map((persona, place) => (
              <PersonaItem
                key={persona.id}
                persona={persona}
                place={place}
                onEdit={() => setEditing(persona.id)}
                elsewhere={<Elsewhere persona={persona} />}
              />
            ))}
          </ul>
          {canEdit && (
            <Button icon={<Plus size={16} />} onClick={add}>
              {t("personas.add")}
            </Button>
          )}
          {canEdit && (
            <Button icon={<UserPlus size={16} />} onClick={() => setTaking(true)}>
              {t("personas.takeFrom")}
            </Button>
          )}
        </>
      )}
    </aside>
  );
}
