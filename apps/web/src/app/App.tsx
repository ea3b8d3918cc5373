import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { ApiProblem } from "../api/request.ts";
import { Toasts } from "../ui/Toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { CrashScreen } from "./CrashScreen.tsx";
import { HomePage } from "./HomePage.tsx";
import { JoinPage } from "./JoinPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import "./pages.css";

let journeyPage: (typeof import("./JourneyPage.tsx"))["default"] | undefined;
const LaterJourneyPage = lazy(() => import("./JourneyPage.tsx"));
const SignInPage = lazy(() => import("./SignInPage.tsx"));
const AccountPage = lazy(() => import("./AccountPage.tsx"));
const DeletedPage = lazy(() => import("./DeletedPage.tsx"));
const InvitePage = lazy(() => import("./InvitePage.tsx"));
const HistoryPage = lazy(() => import("./HistoryPage.tsx"));
const ParticipantPage = lazy(() => import("./ParticipantPage.tsx"));
const HealthPage = lazy(() => import("./HealthPage.tsx"));
const StatesPage = lazy(() => import("./StatesPage.tsx"));
const SummaryPage = lazy(() => import("./SummaryPage.tsx"));

/**
 * Loads the page of a journey, when somebody came for one, before anything is drawn: what replaces a placeholder is shown by React 300 ms
 * after the placeholder, however early it was there.
 */
export async function loadPageOf(pathname: string): Promise<void> {
  if (!pathname.startsWith("/j/")) return;
  try {
    journeyPage = (await import("./JourneyPage.tsx")).default;
  } catch {
    // It is asked for again when it is to be shown, and then it is said that it could not be had.
  }
}

function JourneyPage({ id }: { readonly id: string }) {
  const [Page] = useState(() => journeyPage ?? LaterJourneyPage);
  return <Page id={id} />;
}

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A sentence from the server does not change by asking again; a lost network does.
      retry: (count, error) => !(error instanceof ApiProblem) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

/** The pages. */
export function App() {
  const { t } = useTranslation();
  return (
    <QueryClientProvider client={client}>
      <CrashScreen title={t("crash.title")} help={t("crash.help")} again={t("crash.again")}>
        <Suspense fallback={<Waiting words={t("ui.opening")} />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/join" component={JoinPage} />
            <Route path="/p" component={ParticipantPage} />
            <Route path="/invite" component={InvitePage} />
            <Route path="/deleted" component={DeletedPage} />
            <Route path="/account" component={AccountPage} />
            <Route path="/j/:id/history">{({ id }) => <HistoryPage key={id} id={id} />}</Route>
            <Route path="/j/:id/health">{({ id }) => <HealthPage key={id} id={id} />}</Route>
            <Route path="/j/:id/summary">{({ id }) => <SummaryPage key={id} id={id} />}</Route>
            <Route path="/j/:id/future/:futureId">
              {({ id, futureId }) => <StatesPage key={`${id}/${futureId}`} id={id} futureId={futureId} />}
            </Route>
            <Route path="/j/:id">{({ id }) => <JourneyPage key={id} id={id} />}</Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </CrashScreen>
      <Toasts />
    </QueryClientProvider>
  );
}
