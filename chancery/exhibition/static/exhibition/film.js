// A film in a browser: fetched whole, and tried out.

// The bytes go straight into the browser's own keeping, which may be the disk; `tell` hears how many have come.
export async function fetched(url, tell) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.statusText);
  let received = 0;
  const count = new TransformStream({
    transform(chunk, next) {
      received += chunk.byteLength;
      tell(received);
      next.enqueue(chunk);
    },
  });
  const type = answer.headers.get("Content-Type") ?? "";
  const blob = await new Response(answer.body.pipeThrough(count)).blob();
  return new Blob([blob], { type });
}

const PATIENCE = 15_000;

// Play the first moments without sound; what went wrong, or "" once the film has run `seconds`.
export function tried(video, seconds) {
  return new Promise((resolve) => {
    const wasMuted = video.muted;
    const over = (failure) => {
      clearTimeout(late);
      video.removeEventListener("timeupdate", look);
      video.removeEventListener("error", fail);
      video.pause();
      video.muted = wasMuted;
      resolve(failure);
    };
    const look = () => video.currentTime >= Math.min(seconds, video.duration / 2) && over("");
    const fail = () => over(video.error?.message || "error");
    const late = setTimeout(() => over("late"), PATIENCE);
    video.addEventListener("timeupdate", look);
    video.addEventListener("error", fail);
    video.muted = true;
    if (video.error) fail();
    else video.play().catch((refused) => over(refused.message || refused.name));
  });
}
