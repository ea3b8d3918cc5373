import { methodFamily, ratingToValence } from "@polku/journey";
import { ArrowLeft, ChevronDown, ChevronUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useContact, type ContactEntry } from "../../../api/contacts.ts";
import { useMakeQuote, useQuotesOf } from "../../../api/quotes.ts";
import { ApiProblem } from "../../../api/request.ts";
import { useSources } from "../../../api/sources.ts";
import { useCanEdit } from "../../../session/SessionContext.tsx";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { tell } from "../../../ui/Toasts.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { clockOf } from "../../../ui/clockOf.ts";
import { ContactFacts } from "../ContactFacts.tsx";
import { Trouble } from "../Trouble.tsx";
import { hitMarks } from "../excerpt.ts";
import { useLibraryView } from "../libraryView.ts";
import { PictureEditor } from "../picture/PictureEditor.tsx";
import { PictureView } from "../picture/PictureView.tsx";
import { QuotePairs } from "../pairs/QuotePairs.tsx";
import { QuoteCard } from "../QuoteCard.tsx";
import { firstTraits, newQuoteOf, type QuoteTraits } from "../quoteTraits.ts";
import { TraitsFields } from "../TraitsFields.tsx";
import { AddRecording } from "../sound/AddRecording.tsx";
import { RecordingView } from "../sound/RecordingView.tsx";
import { isSpoken, secondAt, type Stretch, wordsIn } from "../sound/spoken.ts";
import { CodingKeys } from "./CodingKeys.tsx";
import { GivenScore } from "./GivenScore.tsx";
import { useStep } from "./neighbours.ts";
import { OwnersTools } from "./OwnersTools.tsx";
import type { Mark } from "./pieces.ts";
import { ReadingText } from "./ReadingText.tsx";
import type { Span } from "./span.ts";
import "./reading.css";

type Props = {
  readonly contactId: string;
  readonly onBack: () => void;
  /** Opens what is kept of a person; null for those who may not. */
  readonly onPerson: ((respondentKey: string) => void) | null;
};

/** One contact, read whole: words become quotes here. */
export function Reading({ contactId, onBack, onPerson }: Props) {
  const { t } = useTranslation();
  const contact = useContact(contactId);
  const step = useStep(contactId);
  const [keys, setKeys] = useState(false);
  const go = (by: 1 | -1): void => {
    if (!step(by)) tell(t(by === 1 ? "coding.last" : "coding.first"));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "?") setKeys((shown) => !shown);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The keys of the list it came from; each has a button too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="reading" onKeyDown={press}>
      <div className="reading__steps">
        <Button look="quiet" icon={<ArrowLeft size={16} />} className="reading__back" onClick={onBack}>
          {t("library.back")}
        </Button>
        <span>
          <IconButton label={t("coding.previousContact")} onClick={() => go(-1)}>
            <ChevronUp size={16} />
          </IconButton>
          <IconButton label={t("coding.nextContact")} onClick={() => go(1)}>
            <ChevronDown size={16} />
          </IconButton>
        </span>
      </div>
      {keys && <CodingKeys />}
      {contact.isPending && !contact.error && <Waiting words={t("ui.opening")} />}
      {contact.error &&
        (contact.error instanceof ApiProblem && contact.error.status === 404 ? (
          <Notice>{t("library.reading.gone")}</Notice>
        ) : (
          <Trouble error={contact.error} again={() => void contact.refetch()} />
        ))}
      {contact.data && !contact.error && (
        <Words key={contactId} contact={contact.data}>
          {onPerson && <OwnersTools contact={contact.data} onPerson={onPerson} onErased={onBack} />}
        </Words>
      )}
    </div>
  );
}

/** Opens what else is said of a quote, and goes to its themes. */
function openThemes(form: HTMLFormElement | null): void {
  const more = form?.querySelector("details");
  if (more) more.open = true;
  form?.querySelector<HTMLInputElement>(".themes__input")?.focus();
}

/** Whether a key belongs to the field it was pressed in. */
function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select") !== null;
}

function Words({ contact, children }: { readonly contact: ContactEntry; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const { data: sources } = useSources();
  const { data: quotes = [] } = useQuotesOf(contact.id);
  const source = sources?.find(({ id }) => id === contact.sourceId);
  const isAsked = source !== undefined && methodFamily(source.kind) === "survey";
  const hits = useLibraryView((view) => view.hits);
  const make = useMakeQuote();
  const [chosen, setChosen] = useState<Span | null>(null);
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [now, setNow] = useState<number | null>(null);
  const [from, setFrom] = useState<{ readonly at: number } | null>(null);
  const [traits, setTraits] = useState<QuoteTraits | null>(null);
  const [madeId, setMadeId] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // What is written of a picture may change: a place in the words before is none in those that came.
  const [words, setWords] = useState(contact.text);
  if (words !== contact.text) {
    setWords(contact.text);
    setChosen(null);
    setTraits(null);
  }
  const scored = contact.rating ? ratingToValence(contact.rating.scale, contact.rating.x) : null;

  const choose = (next: Span | null): void => {
    make.reset();
    setChosen(next);
    // The speaker follows the words; what a person has already said of them stays.
    setTraits(
      (said) =>
        next && { ...(said ?? firstTraits(contact, next)), speaker: firstTraits(contact, next).speaker },
    );
  };
  /** A stretch of the sound is chosen with the words that are spoken in it; where none are, it is only heard. */
  const chooseStretch = (next: Stretch | null): void => {
    setStretch(next);
    choose(next && (wordsIn(contact.thread, next) ?? { start: 0, end: 0 }));
  };
  const makeIt = (): void => {
    if (!chosen || !traits || make.isPending) return;
    make.mutate(newQuoteOf(contact, chosen, traits, stretch), {
      onSuccess: ({ id }) => {
        setMadeId(id);
        setChosen(null);
        setStretch(null);
        setTraits(null);
      },
    });
  };
  const marks: Mark[] = [
    ...hitMarks(hits),
    ...quotes.map(({ start, end, valence }) => ({ start, end, as: "quote" as const, v: valence })),
  ];

  return (
    <>
      <div className="reading__scroll">
        <ContactFacts contact={contact} source={source} />
        {contact.picture && <PictureView contact={contact} size={contact.picture} />}
        {contact.picture && canEdit && <PictureEditor contact={contact} />}
        {contact.rating && (
          <GivenScore rating={contact.rating} question={isAsked ? contact.asked?.score : undefined} />
        )}
        {contact.recording ? (
          <RecordingView
            recording={contact.recording}
            stretch={stretch}
            playFrom={from}
            onStretch={chooseStretch}
            onTime={setNow}
          />
        ) : (
          contact.text !== "" && isSpoken(contact.thread) && <AddRecording contactId={contact.id} />
        )}
        <ReadingText
          contact={contact}
          isAsked={isAsked}
          marks={marks}
          chosen={chosen}
          now={now}
          onPlay={contact.recording ? (place) => setFrom(secondAt(contact.thread, place)) : null}
          onChoose={(next) => {
            setStretch(null);
            choose(next);
          }}
          onFeeling={(valence) => setTraits((said) => said && { ...said, valence })}
          onMake={makeIt}
          onThemes={() => openThemes(form.current)}
        />
        {!chosen && (
          <p className="reading__hint">
            {t(contact.text === "" && contact.recording ? "sound.noWords" : "library.reading.nothingChosen")}
          </p>
        )}
        {quotes.length > 0 && (
          <section className="reading__quotes" aria-label={t("library.reading.quotes")}>
            <h3>{t("library.reading.quotes")}</h3>
            <ul>
              {quotes.map((quote) => (
                <li key={quote.id}>
                  <QuoteCard quote={quote} isNew={quote.id === madeId} />
                  <QuotePairs quote={quote} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {children}
      </div>
      {chosen && traits && (
        <form
          ref={form}
          className="making"
          onSubmit={(event) => {
            event.preventDefault();
            makeIt();
          }}
        >
          <blockquote className="making__words">
            {chosen.end > chosen.start || !stretch
              ? contact.text.slice(chosen.start, chosen.end)
              : t("sound.onlyHeard", { from: clockOf(stretch.from), to: clockOf(stretch.to) })}
          </blockquote>
          <TraitsFields traits={traits} onChange={setTraits} scored={scored} />
          {make.error && <Trouble error={make.error} />}
          <div className="making__go">
            <Button look="primary" type="submit" disabled={make.isPending}>
              {make.isPending ? t("library.quote.making") : t("library.quote.make")}
            </Button>
            <Button look="quiet" onClick={() => chooseStretch(null)}>
              {t("library.quote.cancel")}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
