export { samplesOf, type OpusSound, writeOpus } from "./opus.ts";
export { cutSound, readSound, secondsOf, silenceSound, soundTypes, writeSound, type Sound } from "./sound.ts";
export { soundFormat } from "../soundFormat.ts";
export { joinStretches, type Stretch } from "./stretch.ts";
export { writeWav } from "./wav.ts";
