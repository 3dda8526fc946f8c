import { describe, expect, test } from "vitest";
import { CLUSTERS, getClusterId } from "@/scripts/build-catalogue/clusters";
import { chooseAlternateTitles } from "@/scripts/build-catalogue/derive/alternate-titles";
import { chooseMajors } from "@/scripts/build-catalogue/derive/career-majors";
import { chooseStyles } from "@/scripts/build-catalogue/derive/career-styles";
import { chooseTechnologies } from "@/scripts/build-catalogue/derive/technologies";

describe("clusters", () => {
  test("go by the longest prefix", () => {
    expect(getClusterId("29-1141.00")).toBe("nursing-therapy");
    expect(getClusterId("29-1215.00")).toBe("medicine");
    expect(getClusterId("29-1031.00")).toBe("nursing-therapy");
    expect(getClusterId("19-3033.00")).toBe("counseling-community");
    expect(getClusterId("19-3011.00")).toBe("law-social-science");
    expect(getClusterId("13-1041.06")).toBe("protection");
    expect(getClusterId("13-1041.07")).toBe("business-analysis");
  });

  test("refuse a major group nobody has placed", () => {
    expect(() => getClusterId("55-1011.00")).toThrow("no cluster for 55-1011.00");
  });

  test("have distinct ids, names and blurbs", () => {
    for (const key of ["id", "name", "blurb"] as const) {
      expect(new Set(CLUSTERS.map((cluster) => cluster[key])).size).toBe(CLUSTERS.length);
    }
  });
});

describe("alternate titles", () => {
  test("take shown titles first, then reported ones, then those in most sources", () => {
    const reported = [
      { title: "Coder", isShown: false },
      { title: "Programmer", isShown: true },
    ];
    const alternate = [
      { title: "Code Monkey", sourceCount: 1 },
      { title: "Application Developer", sourceCount: 3 },
    ];
    expect(chooseAlternateTitles("Software Developers", reported, alternate)).toEqual([
      "Programmer",
      "Coder",
      "Application Developer",
      "Code Monkey",
    ]);
  });

  test("drop the career's own title, repeats and overly long ones, and shorten what brackets make long", () => {
    const titles = [
      "Software Developer",
      "software developers",
      "QA (Quality Assurance)",
      "QA",
      "Principal Application Software Engineering Information Specialist",
      "Application Software Engineer (Application Software Engineering)",
    ];
    const reported = titles.map((title) => ({ title, isShown: true }));
    expect(chooseAlternateTitles("Software Developers", reported, [])).toEqual([
      "QA (Quality Assurance)",
      "Application Software Engineer",
    ]);
  });

  test("stop at twelve", () => {
    const alternate = Array.from({ length: 30 }, (_, i) => ({ title: `Helper ${i}`, sourceCount: 1 }));
    expect(chooseAlternateTitles("Cooks", [], alternate)).toHaveLength(12);
  });
});

describe("technologies", () => {
  test("put in demand before hot before the rest, each A to Z, and merge repeats", () => {
    const examples = [
      { name: "Zed", hot: false, inDemand: false },
      { name: "Git", hot: true, inDemand: false },
      { name: "Excel", hot: true, inDemand: true },
      { name: "Ada", hot: false, inDemand: false },
      { name: "git", hot: false, inDemand: true },
    ];
    expect(chooseTechnologies(examples)).toEqual([
      { name: "Excel", hot: true, inDemand: true },
      { name: "Git", hot: true, inDemand: true },
      { name: "Ada", hot: false, inDemand: false },
      { name: "Zed", hot: false, inDemand: false },
    ]);
  });
});

describe("majors", () => {
  const major = (title: string, occupationCount = 1, cip = `01.${title.length}`) => ({ cip, title, occupationCount });
  const titlesOf = (majors: { title: string }[]) => majors.map((chosen) => chosen.title);

  test("come by closeness to the career's names, collective ones last", () => {
    const majors = [
      major("Mechanical Engineering, Other"),
      major("Physics", 9),
      major("Optics", 2),
      major("Engineering Mechanics"),
      major("Mechanical Engineering"),
    ];
    expect(titlesOf(chooseMajors(["Mechanical Engineers", "Designer"], majors))).toEqual([
      "Mechanical Engineering",
      "Engineering Mechanics",
      "Optics",
      "Physics",
      "Mechanical Engineering, Other",
    ]);
  });

  test("of a long list are only those that share a word with the career", () => {
    const close = ["Wind Energy", "Wind Power", "Energy Systems"].map((title) => major(title));
    const distant = Array.from({ length: 20 }, (_, i) => major(`Subject ${"x".repeat(i)}`));
    expect(chooseMajors(["Wind Energy Engineers"], [...distant, ...close])).toHaveLength(3);
    expect(chooseMajors(["Wind Energy Engineers"], distant)).toHaveLength(12);
  });
});

describe("work styles", () => {
  test("are the six with the highest impact, ties A to Z", () => {
    const impacts = new Map(["H", "G", "F", "E", "D", "C", "B", "A"].map((name) => [name, name === "H" ? 3 : 1]));
    expect(chooseStyles(impacts).map((style) => style.name)).toEqual(["H", "A", "B", "C", "D", "E"]);
  });
});
