import { beforeEach, describe, expect, test, vi } from "vitest";
import { openSwipeBox, type Swipe, type SwipeAnswer, type SwipeWish } from "@/components/jobs/swipe-box";
import { ApiError } from "@/lib/web/client/api-error";
import { openSafeStorage } from "@/lib/web/client/tracking/safe-storage";

const LEARNING = { likes: 0, needed: 5, isApplied: false, obstacle: null } as const;
const OFFLINE = new ApiError("offline", "no way");
const CLOSED = new ApiError("refused", "This job is closed.", { status: 409 });
const BUSY = new ApiError("refused", "Slow down.", { status: 429 });

const right = (jobId: string): SwipeWish => ({ jobId, title: jobId, direction: "RIGHT", was: null, reasons: [] });
const left = (jobId: string): SwipeWish => ({ jobId, title: jobId, direction: "LEFT", was: null, reasons: [] });
const undo = (jobId: string, was: "LEFT" | "RIGHT"): SwipeWish => ({
  jobId,
  title: jobId,
  direction: null,
  was,
  reasons: [],
});
const short = ({ jobId, direction, needsUndo }: Swipe) => `${needsUndo ? "undo+" : ""}${direction ?? "undo"} ${jobId}`;

/** A browser's storage as the specification has it, shared by what is opened on it one after the other. */
function makeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

function makeWorld(storage = makeStorage(), owner = "guest") {
  const network = {
    isOnline: true,
    /** What the next calls end with; success once there is none. */
    faults: [] as unknown[],
    /** Calls wait for it. */
    gate: Promise.resolve(),
  };
  const sent: string[] = [];
  const taken: string[] = [];
  const refused: string[] = [];
  const box = openSwipeBox({
    storage: openSafeStorage(() => storage),
    owner,
    send: async (swipe): Promise<SwipeAnswer> => {
      sent.push(short(swipe));
      const fault = network.faults.shift();
      await network.gate;
      if (fault !== undefined) throw fault;
      return { learning: LEARNING };
    },
    isOnline: () => network.isOnline,
    nowMs: () => Date.now(),
    onTaken: (swipe) => void taken.push(short(swipe)),
    onRefused: (swipe) => void refused.push(short(swipe)),
    onChange: () => {},
  });
  return { storage, network, sent, taken, refused, box };
}

describe("the box of swipes", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test("sends each swipe once, and is empty then", async () => {
    const { box, sent } = makeWorld();
    box.put(right("a"));
    box.put(left("b"));
    await box.flush();
    expect(sent).toEqual(["RIGHT a", "LEFT b"]);
    expect(box.list()).toEqual([]);
    expect(box.getStatus()).toBe("idle");
  });

  test("keeps offline swipes over a reload and sends them in order, each once", async () => {
    const before = makeWorld();
    before.network.isOnline = false;
    for (const job of ["c", "a", "b"]) before.box.put(right(job));
    await before.box.flush();
    expect(before.sent).toEqual([]);
    expect(before.box.getStatus()).toBe("offline");
    const after = makeWorld(before.storage);
    await after.box.flush();
    await after.box.flush();
    expect(after.sent).toEqual(["RIGHT c", "RIGHT a", "RIGHT b"]);
    expect(after.box.list()).toEqual([]);
  });

  test("forgets a swipe that is undone before it was ever sent", async () => {
    const world = makeWorld();
    world.network.isOnline = false;
    world.box.put(right("a"));
    world.box.put(undo("a", "RIGHT"));
    expect(world.box.list()).toEqual([]);
    world.network.isOnline = true;
    await world.box.flush();
    expect(world.sent).toEqual([]);
  });

  test("undoes on the server what may have arrived there, though no answer came", async () => {
    const world = makeWorld();
    world.network.faults.push(OFFLINE);
    world.box.put(right("a"));
    await world.box.flush();
    world.box.put(undo("a", "RIGHT"));
    await world.box.flush();
    expect(world.sent).toEqual(["RIGHT a", "undo a"]);
    expect(world.box.list()).toEqual([]);
  });

  test("undoes a swipe that is just on its way", async () => {
    const world = makeWorld();
    let open: (arrived?: undefined) => void = () => {};
    world.network.gate = new Promise<undefined>((resolve) => {
      open = resolve;
    }).then(() => {});
    world.box.put(right("a"));
    world.box.put(undo("a", "RIGHT"));
    open();
    await world.box.flush();
    expect(world.sent).toEqual(["RIGHT a", "undo a"]);
  });

  test("undoes first when somebody changed their mind while offline about what the server holds", async () => {
    const world = makeWorld();
    world.box.put(left("a"));
    await world.box.flush();
    world.network.isOnline = false;
    world.box.put(undo("a", "LEFT"));
    world.box.put(right("a"));
    world.network.isOnline = true;
    await world.box.flush();
    expect(world.sent).toEqual(["LEFT a", "undo+RIGHT a"]);
  });

  test("tells of what the server will never take, and goes on with the next", async () => {
    const world = makeWorld();
    world.network.faults.push(CLOSED);
    world.box.put(right("a"));
    world.box.put(left("b"));
    await world.box.flush();
    expect(world.refused).toEqual(["RIGHT a"]);
    expect(world.taken).toEqual(["LEFT b"]);
    expect(world.box.list()).toEqual([]);
  });

  test.each([OFFLINE, BUSY, new ApiError("failed", "500", { status: 500 })])(
    "tries again by itself after %s",
    async (fault) => {
      const world = makeWorld();
      world.network.faults.push(fault, fault);
      world.box.put(right("a"));
      await world.box.flush();
      expect(world.box.list()).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(120_000);
      expect(world.taken).toEqual(["RIGHT a"]);
      expect(world.refused).toEqual([]);
    },
  );

  test("sends nothing that another account swiped in this browser, but what a guest did", async () => {
    const storage = makeStorage();
    for (const owner of ["guest", "one", "two"]) {
      const world = makeWorld(storage, owner);
      world.network.isOnline = false;
      world.box.put(right(`of ${owner}`));
    }
    const one = makeWorld(storage, "one");
    await one.box.flush();
    expect(one.sent.toSorted()).toEqual(["RIGHT of guest", "RIGHT of one"]);
    const two = makeWorld(storage, "two");
    await two.box.flush();
    expect(two.sent).toEqual(["RIGHT of two"]);
  });

  test("works where the browser has no storage, and survives what is not ours in it", async () => {
    const blocked = openSafeStorage(() => {
      throw new Error("switched off");
    });
    const sent: string[] = [];
    const box = openSwipeBox({
      storage: blocked,
      owner: "guest",
      send: async (swipe) => {
        sent.push(short(swipe));
        return { learning: LEARNING };
      },
      isOnline: () => true,
      nowMs: () => 1,
      onTaken: () => {},
      onRefused: () => {},
      onChange: () => {},
    });
    box.put(right("a"));
    await box.flush();
    expect(sent).toEqual(["RIGHT a"]);
    const storage = makeStorage();
    storage.setItem("waymark.swipe.x", "{nonsense");
    storage.setItem("waymark.swipe.y", '{"jobId":1}');
    expect(makeWorld(storage).box.list()).toEqual([]);
  });
});
