import type { JobDetailReply } from "@/lib/contracts/jobs";

/** Listed for search engines: nobody hires for a demo posting or a closed one. */
export const isListed = ({ isActive, isDemo }: Pick<JobDetailReply, "isActive" | "isDemo">): boolean =>
  isActive && !isDemo;

/**
 * A job as schema.org's JobPosting, with nothing that the posting does not say itself: neither what is typical of its occupation nor the
 * kind of employment, which no posting here names.
 */
export function toJobPosting(job: JobDetailReply): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: job.title,
    ...(job.description.trim() === "" ? {} : { description: toHtml(job.description) }),
    datePosted: job.postedAt,
    ...(job.expiresAt === null ? {} : { validThrough: job.expiresAt }),
    identifier: { "@type": "PropertyValue", name: job.company, value: job.id },
    hiringOrganization: {
      "@type": "Organization",
      name: job.company,
      ...(/^https?:\/\//i.test(job.about.website) ? { sameAs: job.about.website } : {}),
    },
    ...toWhere(job),
    ...toPay(job),
    directApply: job.isPostedHere,
  };
}

/**
 * JSON that can stand in a script element. What ends or reopens one there, and what older parsers take for the end of a line, is written
 * as the escape that means the same in JSON.
 */
export const toScriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The vocabulary takes descriptions for HTML; those here are plain text. */
function toHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("");
}

function toWhere({ location, remote }: Pick<JobDetailReply, "location" | "remote">): Record<string, unknown> {
  const places = location
    .split(";")
    .map((place) => place.trim())
    .filter((place) => place !== "");
  if (!remote) {
    return places.length === 0
      ? {}
      : { jobLocation: places.map((place) => ({ "@type": "Place", address: toAddress(place) })) };
  }
  // "Remote" and "Remote, US" name at most from where.
  const areas = places
    .map((place) => place.replace(/^(remote|anywhere)\b[\s,:–-]*/i, ""))
    .filter((area) => area !== "");
  return {
    jobLocationType: "TELECOMMUTE",
    ...(areas.length === 0
      ? {}
      : { applicantLocationRequirements: areas.map((name) => ({ "@type": "AdministrativeArea", name })) }),
  };
}

function toAddress(place: string): Record<string, unknown> {
  const [, city = place, region] = /^(.+), ([A-Z]{2})$/.exec(place) ?? [];
  return {
    "@type": "PostalAddress",
    addressLocality: city,
    ...(region === undefined ? {} : { addressRegion: region }),
  };
}

function toPay({ salaryMin, salaryMax }: Pick<JobDetailReply, "salaryMin" | "salaryMax">): Record<string, unknown> {
  if (salaryMin === null && salaryMax === null) return {};
  const amount =
    salaryMin === salaryMax
      ? { value: salaryMin }
      : {
          ...(salaryMin === null ? {} : { minValue: salaryMin }),
          ...(salaryMax === null ? {} : { maxValue: salaryMax }),
        };
  const value = { "@type": "QuantitativeValue", ...amount, unitText: "YEAR" };
  return { baseSalary: { "@type": "MonetaryAmount", currency: "USD", value } };
}
