/**
 * Seeded pseudo-random numbers, so that every simulation and every test repeats byte for byte.
 *
 * sfc32 (Chris Doty-Humphrey, PractRand, 2010), seeded through splitmix32; normal deviates by Marsaglia's polar method
 * (Marsaglia & Bray 1964, doi:10.1137/1006063). Not for secrets.
 */
export type Rng = {
  /** uniform in [0, 1) */
  uniform: () => number;
  /** standard normal */
  normal: () => number;
  /** uniform integer in [0, below) */
  integer: (below: number) => number;
};

export function createRng(seed: number): Rng {
  let state = seed >>> 0;
  const splitmix = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let counter = 1;

  const uniform = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };

  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        spare = y * scale;
        return x * scale;
      }
    }
  };

  return { uniform, normal, integer: (below) => Math.floor(uniform() * below) };
}

/**
 * One seed out of several numbers, so that parts of a simulation have independent streams that do not depend on the order in which they
 * are asked for. Each number goes through MurmurHash3's finalizer (Austin Appleby, 2011).
 * @param parts  whole numbers
 */
export function mixSeed(...parts: number[]): number {
  let hash = 0;
  for (const part of parts) {
    let z = (Math.imul(hash, 31) + part + 0x9e3779b9) >>> 0;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    hash = (z ^ (z >>> 16)) >>> 0;
  }
  return hash;
}

/** Up to k different numbers below n, in random order. */
export function drawSome(n: number, k: number, rng: Rng): number[] {
  const all = Array.from({ length: n }, (_, i) => i);
  const count = Math.min(k, n);
  for (let i = 0; i < count; i++) {
    const j = i + rng.integer(n - i);
    [all[i], all[j]] = [all[j] as number, all[i] as number];
  }
  return all.slice(0, count);
}
