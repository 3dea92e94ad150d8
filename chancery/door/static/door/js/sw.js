// Opens the door without a network: the page and all that it is made of, kept together as one release.
//
// The view that gives this file out puts before it VERSION, which changes with the page or any file, and FILES. A new
// release is fetched as a whole beside the old one, and takes over when the app is opened the next time, never while a
// guest stands there. Guests, scans and answers of the office are not kept here.

/* global VERSION, FILES */
const NAMES = "chancery-door ";
const CACHE = `${NAMES}${VERSION}`;
const PAGE = new URL(self.registration.scope).pathname;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const isPage = request.mode === "navigate" && pathname === PAGE;
  if (isPage || FILES.includes(pathname)) event.respondWith(kept(isPage ? PAGE : pathname, request));
});

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...FILES].map((address) => new Request(address, { cache: "no-cache", credentials: "omit" })));
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAMES) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

async function kept(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}
