/** How many careers stand side by side at most. */
export const COMPARED_MAX = 4;

export type ComparedCodes = {
  /** Distinct and well-formed, in the order of the address, at most four. */
  codes: string[];
  /** What an address had that is no code at all. */
  malformed: string[];
  /** Codes that it named more than once. */
  repeated: string[];
  /** Codes beyond the fourth. */
  surplus: string[];
};

const CODE = /^\d{2}-\d{4}\.\d{2}$/;

/** The careers that an address such as ?codes=15-1252.00,29-1141.00 asks for, and what of it cannot be shown. */
export function parseCodes(value: string | readonly string[] | undefined): ComparedCodes {
  const words = (typeof value === "string" ? value : (value ?? []).join(","))
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  const codes = [...new Set(words.filter((word) => CODE.test(word)))];
  return {
    codes: codes.slice(0, COMPARED_MAX),
    malformed: [...new Set(words.filter((word) => !CODE.test(word)))],
    repeated: codes.filter((code) => words.indexOf(code) !== words.lastIndexOf(code)),
    surplus: codes.slice(COMPARED_MAX),
  };
}

export const toCompareHref = (codes: readonly string[]): string =>
  codes.length === 0 ? "/compare" : `/compare?codes=${codes.join(",")}`;
