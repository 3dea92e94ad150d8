// Tries a film in the reader's own browser, and sends what came of it with the form around it.
import { tried } from "./film.js";

const PROOF = 1;

function soundOf(video) {
  if (video.webkitAudioDecodedByteCount !== undefined) return video.webkitAudioDecodedByteCount > 0 ? "yes" : "no";
  if (video.mozHasAudio !== undefined) return video.mozHasAudio ? "yes" : "no";
  return "";
}

for (const form of document.querySelectorAll("[data-ch-film-try]")) {
  const video = form.querySelector("video");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.querySelector("button").disabled = true;
    const failure = await tried(video, PROOF);
    form.elements.failure.value = failure;
    form.elements.seconds.value = Number.isFinite(video.duration) ? video.duration : "";
    form.elements.sound.value = soundOf(video);
    form.submit();
  });
}
