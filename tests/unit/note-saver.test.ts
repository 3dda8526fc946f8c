import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createNoteSaver, NOTE_LENGTH_MAX, type NoteStatus } from "@/components/saved/note-saver";
import { ApiError } from "@/lib/web/client/api-error";

const KEY = "waymark.note.x";
const OFFLINE = new ApiError("offline", "no way");

function makeWorld(storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null = makeStorage()) {
  const sent: string[] = [];
  const leaving: boolean[] = [];
  const statuses: NoteStatus[] = [];
  const world = {
    sent,
    leaving,
    statuses,
    storage,
    /** What the server says to the next calls; success once there is none. */
    faults: [] as unknown[],
    /** Calls wait for this when it is set. */
    gate: null as Promise<void> | null,
    saver: createNoteSaver({
      key: KEY,
      storage,
      send: async (note, isLeaving) => {
        sent.push(note);
        leaving.push(isLeaving);
        const fault = world.faults.shift();
        await world.gate;
        if (fault !== undefined) throw fault;
      },
      onStatus: (status) => statuses.push(status),
    }),
  };
  return world;
}

function makeStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe("a note that saves itself", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is sent once after a pause, and its draft is gone then", async () => {
    const { saver, sent, statuses, storage } = makeWorld();
    for (const text of ["a", "ab", "abc"]) saver.change(text);
    expect(saver.findDraft()).toBe("abc");
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["abc"]);
    expect(statuses.at(-1)).toBe("saved");
    expect(storage?.getItem(KEY)).toBeNull();
  });

  test("typed while an earlier text is on its way goes after it, never beside it", async () => {
    const world = makeWorld();
    let open = (): void => {};
    world.gate = new Promise((resolve) => {
      open = resolve;
    });
    world.saver.change("first");
    await vi.advanceTimersByTimeAsync(1000);
    world.saver.change("second");
    await vi.advanceTimersByTimeAsync(5000);
    expect(world.sent).toEqual(["first"]);
    expect(world.saver.findDraft()).toBe("second");
    world.gate = null;
    open();
    await vi.runAllTimersAsync();
    expect(world.sent).toEqual(["first", "second"]);
    expect([world.statuses.at(-1), world.saver.findDraft()]).toEqual(["saved", null]);
  });

  test("that cannot be sent is kept and sent again, until it arrives", async () => {
    const world = makeWorld();
    world.faults = [OFFLINE, OFFLINE, new ApiError("failed", "broken", { status: 500 })];
    world.saver.change("kept");
    await vi.advanceTimersByTimeAsync(1000);
    expect([world.statuses.at(-1), world.saver.findDraft()]).toEqual(["offline", "kept"]);
    await vi.runAllTimersAsync();
    expect(world.sent).toEqual(["kept", "kept", "kept", "kept"]);
    expect([world.statuses.at(-1), world.saver.findDraft()]).toEqual(["saved", null]);
  });

  test("that the server refuses is kept, and says so", async () => {
    const world = makeWorld();
    world.faults = [new ApiError("refused", "not signed in", { status: 401 })];
    world.saver.change("kept");
    await vi.advanceTimersByTimeAsync(1000);
    expect([world.statuses.at(-1), world.saver.findDraft()]).toEqual(["refused", "kept"]);
  });

  test("too many requests are no refusal", async () => {
    const world = makeWorld();
    world.faults = [new ApiError("refused", "slow down", { status: 429 })];
    world.saver.change("kept");
    await vi.advanceTimersByTimeAsync(1000);
    expect(world.statuses.at(-1)).toBe("offline");
  });

  test("that is too long is kept and not sent until it is shorter", async () => {
    const world = makeWorld();
    world.saver.change("x".repeat(NOTE_LENGTH_MAX + 1));
    await vi.runAllTimersAsync();
    expect([world.sent, world.statuses.at(-1)]).toEqual([[], "tooLong"]);
    world.saver.change("x");
    await vi.runAllTimersAsync();
    expect(world.sent).toEqual(["x"]);
  });

  test("is sent when the page goes away, also while an earlier text is on its way", async () => {
    const world = makeWorld();
    world.gate = new Promise(() => {});
    world.saver.change("first");
    await vi.advanceTimersByTimeAsync(1000);
    world.saver.change("last");
    world.saver.close();
    expect(world.sent).toEqual(["first", "last"]);
    expect(world.leaving).toEqual([false, true]);
    expect(world.saver.findDraft()).toBe("last");
  });

  test("of a career that is no longer saved is not sent", async () => {
    const world = makeWorld();
    world.saver.change("gone");
    await world.saver.drop();
    await vi.runAllTimersAsync();
    expect([world.sent, world.saver.findDraft()]).toEqual([[], null]);
  });

  test("on its way when its career is removed is waited for, so that it cannot save the career again", async () => {
    const world = makeWorld();
    let open = (): void => {};
    world.gate = new Promise((resolve) => {
      open = resolve;
    });
    world.saver.change("late");
    await vi.advanceTimersByTimeAsync(1000);
    let isDropped = false;
    const dropped = world.saver.drop().then(() => {
      isDropped = true;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(isDropped).toBe(false);
    open();
    await dropped;
    await vi.runAllTimersAsync();
    expect(world.sent).toEqual(["late"]);
  });

  test.each([
    ["without storage", null],
    [
      "with a storage that fails",
      {
        getItem: () => {
          throw new Error("off");
        },
        setItem: () => {
          throw new Error("full");
        },
        removeItem: () => {
          throw new Error("off");
        },
      },
    ],
  ])("is sent %s too", async (_, storage) => {
    const world = makeWorld(storage);
    world.saver.change("text");
    expect(world.saver.findDraft()).toBeNull();
    await vi.runAllTimersAsync();
    expect([world.sent, world.statuses.at(-1)]).toEqual([["text"], "saved"]);
  });
});
