import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { personArchive, useErase, useFindPerson, type PersonFound } from "../../api/privacy.ts";
import { ApiProblem } from "../../api/request.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";

/** Finds a person by what their file calls them; then everything of them can be taken out as a file, or erased. */
export function PersonSearch({ first }: { readonly first: string }) {
  const { t } = useTranslation();
  const find = useFindPerson();
  const [person, setPerson] = useState("");
  const [erased, setErased] = useState<{ contacts: number; mentions: number } | null>(null);
  const search = (event: FormEvent): void => {
    event.preventDefault();
    setErased(null);
    if (person.trim() !== "") find.mutate(person.trim());
  };
  // Somebody chosen by what they said is looked up at once, and once: each look is a line of the log.
  const looked = useRef(false);
  const { mutate } = find;
  useEffect(() => {
    if (first === "" || looked.current) return;
    looked.current = true;
    mutate(first);
  }, [first, mutate]);
  return (
    <div className="privacy__person">
      <form className="privacy__find" onSubmit={search}>
        <Field label={t("privacy.person.who")} hint={t("privacy.person.whoHelp")}>
          {(id, hint) => (
            <input
              id={id}
              aria-describedby={hint}
              className="input"
              autoComplete="off"
              value={person}
              onChange={(event) => setPerson(event.target.value)}
            />
          )}
        </Field>
        <Button look="primary" type="submit" disabled={find.isPending || person.trim() === ""}>
          {t("privacy.person.find")}
        </Button>
      </form>
      {find.error && <Trouble error={find.error} />}
      {first !== "" && find.variables === first && !erased && (
        <p className="privacy__muted">{t("privacy.person.chosen")}</p>
      )}
      {erased && (
        <Notice>
          <p>{t("privacy.person.erased", { count: erased.contacts })}</p>
          {erased.mentions > 0 && <p>{t("privacy.person.mentions", { count: erased.mentions })}</p>}
        </Notice>
      )}
      {find.data && !erased && (
        <Found
          key={find.submittedAt}
          person={find.variables ?? ""}
          found={find.data}
          onErased={(contacts, mentions) => setErased({ contacts, mentions })}
        />
      )}
    </div>
  );
}

type FoundProps = {
  readonly person: string;
  readonly found: PersonFound;
  readonly onErased: (contacts: number, mentions: number) => void;
};

function Found({ person, found, onErased }: FoundProps) {
  const { t } = useTranslation();
  const [erasing, setErasing] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const download = async (): Promise<void> => {
    setTrouble(null);
    try {
      saveAs("person.zip", await personArchive(person));
    } catch (error) {
      setTrouble(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <section className="privacy__found" aria-label={t("privacy.person.found")}>
      <p>
        <strong>{t("privacy.person.contacts", { count: found.contacts })}</strong>{" "}
        {t("privacy.person.quotes", { count: found.quotes })}
      </p>
      <ul className="privacy__sources">
        {found.sources.map(({ id, title, contacts }) => (
          <li key={id}>
            {title} <span className="privacy__muted">{t("library.sources.kept", { count: contacts })}</span>
          </li>
        ))}
      </ul>
      {found.mentions.length > 0 && <p>{t("privacy.person.mentions", { count: found.mentions.length })}</p>}
      {trouble && <Trouble error={trouble} />}
      {erasing ? (
        <Erasing
          person={person}
          contacts={found.contacts}
          onErased={onErased}
          onLeave={() => setErasing(false)}
        />
      ) : (
        <div className="privacy__go">
          <Button onClick={() => void download()}>{t("privacy.person.download")}</Button>
          <Button look="danger" onClick={() => setErasing(true)}>
            {t("privacy.person.erase")}
          </Button>
        </div>
      )}
    </section>
  );
}

const REASONS = ["request", "consent", "mistake", "other"] as const;

type ErasingProps = {
  readonly person: string;
  readonly contacts: number;
  readonly onErased: (contacts: number, mentions: number) => void;
  readonly onLeave: () => void;
};

/** Asks why, and once more whether. */
function Erasing({ person, contacts, onErased, onLeave }: ErasingProps) {
  const { t } = useTranslation();
  const erase = useErase();
  const [reason, setReason] = useState<(typeof REASONS)[number]>("request");
  const go = (): void =>
    erase.mutate(
      { what: "person", person, reason },
      {
        onSuccess: (gone) => {
          tell(t("privacy.person.erased", { count: gone.contacts }));
          onErased(gone.contacts, gone.mentions.length);
        },
      },
    );
  return (
    <div className="privacy__sure" role="group" aria-label={t("privacy.person.erase")}>
      <p>{t("privacy.person.sure", { count: contacts })}</p>
      <SelectField
        label={t("privacy.reason")}
        value={reason}
        options={REASONS.map((value) => ({ value, label: t(`privacy.reasons.${value}`) }))}
        onChange={setReason}
      />
      {erase.error && <Trouble error={erase.error} />}
      <div className="privacy__go">
        <Button look="danger" disabled={erase.isPending} onClick={go}>
          {t(erase.isPending ? "privacy.erasing" : "library.sources.eraseGo")}
        </Button>
        <Button onClick={onLeave}>{t("library.sources.keep")}</Button>
      </div>
    </div>
  );
}

function Trouble({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  return (
    <Notice problem>{error instanceof ApiProblem ? error.message : t("library.wizard.noServer")}</Notice>
  );
}

/** Hands a file to the person; nothing of it is kept here. */
function saveAs(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
