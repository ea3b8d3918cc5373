import { configure } from "@testing-library/react";

// How long a test waits is no claim about speed: the usual second is over before a busy machine has loaded a part of the app.
configure({ asyncUtilTimeout: 20_000 });
