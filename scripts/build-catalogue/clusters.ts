import type { Cluster } from "@/lib/contracts/catalogue";

interface ClusterRule extends Cluster {
  /** Beginnings of occupation codes; the longest one that fits a code decides its cluster. */
  readonly prefixes: readonly string[];
}

/** Every career belongs to exactly one of these. Ids are stored with results, so they never change meaning. */
const CLUSTER_RULES: readonly ClusterRule[] = [
  {
    id: "business-leadership",
    name: "Executives & business managers",
    blurb: "Leading companies and departments, and answering for their results, money and people.",
    prefixes: ["11-1", "11-2", "11-3"],
  },
  {
    id: "program-management",
    name: "Running programs, sites & services",
    blurb: "Managing one place, program or service, such as a school, a hotel, a farm or a building site.",
    prefixes: ["11-9"],
  },
  {
    id: "business-analysis",
    name: "Business analysis, HR & planning",
    blurb: "Helping organizations hire, buy, plan, follow the rules and find better ways to work.",
    prefixes: ["13-1"],
  },
  {
    id: "finance-insurance",
    name: "Finance & insurance",
    blurb: "Working with money and risk: accounts, loans, taxes, investments and insurance.",
    prefixes: ["13-2", "13-1031", "13-1032", "41-3021", "41-3031"],
  },
  {
    id: "computing-data",
    name: "Computing & data",
    blurb: "Building software, keeping systems safe and running, and finding answers in data.",
    prefixes: ["15"],
  },
  {
    id: "engineering",
    name: "Engineering",
    blurb: "Designing machines, structures, materials and systems, and proving that they will work.",
    prefixes: ["17-2"],
  },
  {
    id: "architecture-technicians",
    name: "Architecture, surveying & engineering technology",
    blurb: "Planning buildings and land, drawing and mapping, and doing the hands-on technical side of engineering.",
    prefixes: ["17-1", "17-3"],
  },
  {
    id: "science-lab",
    name: "Science & lab work",
    blurb: "Asking questions of nature, in labs and outdoors, and keeping people and places healthy with the answers.",
    prefixes: ["19-1", "19-2", "19-4", "19-5"],
  },
  {
    id: "law-social-science",
    name: "Law, policy & social science",
    blurb: "Working with laws, policies and the study of how people and societies behave.",
    prefixes: ["23", "19-3"],
  },
  {
    id: "counseling-community",
    name: "Counseling, psychology & community",
    blurb: "Listening to people, helping them through hard times and strengthening communities.",
    prefixes: ["21", "19-303"],
  },
  {
    id: "college-teaching",
    name: "College teaching",
    blurb: "Teaching a subject to college students, and often researching it too.",
    prefixes: ["25-1"],
  },
  {
    id: "schools-libraries",
    name: "Schools, training & libraries",
    blurb: "Teaching children and adults, supporting classrooms, and caring for libraries and museums.",
    prefixes: ["25-2", "25-3", "25-4", "25-9"],
  },
  {
    id: "art-design-media",
    name: "Art, design & media production",
    blurb: "Making things to look at, watch and hear, from graphics and interiors to film and sound.",
    prefixes: ["27-1", "27-4"],
  },
  {
    id: "performing-writing-sport",
    name: "Performing, writing & sport",
    blurb: "Performing, competing, writing and speaking to an audience.",
    prefixes: ["27-2", "27-3"],
  },
  {
    id: "medicine",
    name: "Medicine, dentistry & pharmacy",
    blurb: "Diagnosing and treating people or animals after long professional training.",
    prefixes: ["29-10", "29-113", "29-12"],
  },
  {
    id: "nursing-therapy",
    name: "Nursing, therapy & rehabilitation",
    blurb: "Caring for patients directly, in emergencies and every day, and helping them recover, move and live well.",
    prefixes: ["29-1", "29-1031", "29-129", "29-204", "29-2053", "29-2061", "29-9091", "29-9099"],
  },
  {
    id: "medical-technology",
    name: "Medical technology & health records",
    blurb: "Running tests, scans and equipment, and keeping the records that patient care depends on.",
    prefixes: ["29-2", "29-9", "31-9094"],
  },
  {
    id: "personal-care",
    name: "Caring & personal services",
    blurb: "Looking after people, pets and appearances, at home, in clinics and in salons.",
    prefixes: ["31", "39-1022", "39-2", "39-4", "39-5", "39-9"],
  },
  {
    id: "protection",
    name: "Protection, fire & law enforcement",
    blurb: "Keeping people safe, answering emergencies and looking into what went wrong.",
    prefixes: ["33", "13-1041.06", "43-5031"],
  },
  {
    id: "food-hospitality",
    name: "Food, travel & hospitality",
    blurb: "Cooking, serving and helping guests enjoy meals, trips and time off.",
    prefixes: ["35", "39-1", "39-3", "39-6", "39-7", "41-3041"],
  },
  {
    id: "farming-grounds",
    name: "Farming, forestry, grounds & cleaning",
    blurb: "Growing, harvesting and tending land, animals and trees, and keeping places clean.",
    prefixes: ["37", "45"],
  },
  {
    id: "sales",
    name: "Sales",
    blurb: "Finding out what customers need and persuading them that you have it.",
    prefixes: ["41"],
  },
  {
    id: "office-service",
    name: "Office & customer service",
    blurb: "Keeping records, schedules and payments straight, and helping customers at a desk or by phone.",
    prefixes: ["43"],
  },
  {
    id: "logistics-warehouse",
    name: "Shipping, warehouse & logistics",
    blurb: "Getting goods, mail and materials stored, sorted, loaded and sent on time.",
    prefixes: ["43-5", "53-1", "53-7"],
  },
  {
    id: "driving-flying-sailing",
    name: "Driving, flying & sailing",
    blurb: "Moving people and goods by road, rail, air and water, and keeping traffic safe.",
    prefixes: ["53-2", "53-3", "53-4", "53-5", "53-6"],
  },
  {
    id: "building-trades",
    name: "Building trades",
    blurb: "Putting up and fitting out buildings with skilled hands and the right tools.",
    prefixes: ["47-1", "47-2", "47-3"],
  },
  {
    id: "infrastructure-mining",
    name: "Infrastructure, mining & drilling",
    blurb: "Working on roads, rails, pipes, mines and wells, often with heavy machines.",
    prefixes: ["47-4", "47-5", "53-702", "53-703", "53-704", "53-707"],
  },
  {
    id: "vehicle-electronics-repair",
    name: "Vehicle & electronics repair",
    blurb: "Finding faults in cars, aircraft, boats and electronics, and putting them right.",
    prefixes: ["49-2", "49-3"],
  },
  {
    id: "machinery-maintenance",
    name: "Machinery & building maintenance",
    blurb: "Installing and repairing machines, power lines, heating, locks and everything else that must keep working.",
    prefixes: ["49-1", "49-9"],
  },
  {
    id: "metalwork-machining",
    name: "Metalwork & machining",
    blurb: "Cutting, shaping, joining and assembling metal and other parts with precision.",
    prefixes: ["51-2", "51-4", "51-916"],
  },
  {
    id: "making-crafts",
    name: "Food, textile, wood, print & craft making",
    blurb: "Making things people eat, wear, read and keep, with machines or by hand.",
    prefixes: ["51-3", "51-5", "51-6", "51-7", "51-9071", "51-9194", "51-9195.03", "51-9195.04", "51-9195.05"],
  },
  {
    id: "plant-operation",
    name: "Plant operation & quality",
    blurb: "Running power, water, chemical and production equipment, and checking what comes out.",
    prefixes: ["51-1", "51-8", "51-9"],
  },
];

/** The clusters in the order people see them. */
export const CLUSTERS: readonly Cluster[] = CLUSTER_RULES.map(({ id, name, blurb }) => ({ id, name, blurb }));

/**
 * Finds the cluster of an occupation: the longest matching prefix wins.
 * @throws Error when no prefix matches, so that a new major group cannot slip in unnoticed
 */
export function getClusterId(code: string): string {
  let best: { id: string; length: number } | null = null;
  for (const { id, prefixes } of CLUSTER_RULES) {
    for (const prefix of prefixes) {
      if (code.startsWith(prefix) && prefix.length > (best?.length ?? 0)) best = { id, length: prefix.length };
    }
  }
  if (!best) throw new Error(`no cluster for ${code}; add its prefix to scripts/build-catalogue/clusters.ts`);
  return best.id;
}
