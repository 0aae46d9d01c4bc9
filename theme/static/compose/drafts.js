/* Drafts in the phone, photos with them. Where there is no IndexedDB (a private window), they
   last as long as the page. */

const STORE = "naskah";
const passing = new Map();
let opened;

export async function all() {
  const found = (await ask("readonly", (store) => store.getAll())) || [...passing.values()];
  return found.sort((a, b) => b.updated - a.updated);
}

/* Whether it will survive the page. */
export async function keep(draft) {
  passing.set(draft.id, draft);
  return (await ask("readwrite", (store) => store.put(draft))) !== undefined;
}

export async function discard(id) {
  passing.delete(id);
  await ask("readwrite", (store) => store.delete(id));
}

async function ask(mode, question) {
  const base = await (opened = opened || open());
  if (!base) return undefined;
  return new Promise((done) => {
    const request = question(base.transaction(STORE, mode).objectStore(STORE));
    request.onsuccess = () => done(request.result === undefined ? true : request.result);
    request.onerror = () => done(undefined);
  });
}

function open() {
  return new Promise((done) => {
    try {
      // Sites below one host share their storage.
      const request = indexedDB.open("tulis " + new URL(".", location).pathname, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(null);
    } catch {
      done(null);
    }
  });
}
