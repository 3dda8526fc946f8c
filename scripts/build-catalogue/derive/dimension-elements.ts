import type { Dimension } from "@/lib/engine/profile/dimensions";

/** Where an element is rated. Interests are rated for every occupation. */
export type ElementKind = "skills" | "knowledge" | "abilities" | "interests";

export interface DimensionElement {
  readonly kind: ElementKind;
  /** O*NET's name. */
  readonly name: string;
}

const skill = (name: string): DimensionElement => ({ kind: "skills", name });
const knowledge = (name: string): DimensionElement => ({ kind: "knowledge", name });
const ability = (name: string): DimensionElement => ({ kind: "abilities", name });
const interest = (name: string): DimensionElement => ({ kind: "interests", name });

/** What each dimension is the mean of. */
export const DIMENSION_ELEMENTS: Readonly<Record<Dimension, readonly DimensionElement[]>> = {
  analytical: [
    skill("Critical Thinking"),
    skill("Complex Problem Solving"),
    ability("Deductive Reasoning"),
    ability("Inductive Reasoning"),
    skill("Systems Analysis"),
  ],
  numerical: [
    skill("Mathematics"),
    knowledge("Mathematics"),
    ability("Number Facility"),
    ability("Mathematical Reasoning"),
    knowledge("Economics and Accounting"),
  ],
  verbal: [
    skill("Writing"),
    skill("Reading Comprehension"),
    ability("Written Expression"),
    ability("Oral Expression"),
    knowledge("English Language"),
  ],
  technology: [
    skill("Programming"),
    knowledge("Computers and Electronics"),
    skill("Technology Design"),
    skill("Operations Analysis"),
    knowledge("Telecommunications"),
  ],
  science: [
    skill("Science"),
    knowledge("Biology"),
    knowledge("Chemistry"),
    knowledge("Physics"),
    knowledge("Medicine and Dentistry"),
  ],
  engineering: [
    knowledge("Engineering and Technology"),
    knowledge("Design"),
    knowledge("Building and Construction"),
    ability("Visualization"),
    knowledge("Production and Processing"),
  ],
  creativity: [
    ability("Originality"),
    ability("Fluency of Ideas"),
    knowledge("Fine Arts"),
    knowledge("Communications and Media"),
    interest("Artistic"),
  ],
  helping: [
    knowledge("Psychology"),
    knowledge("Therapy and Counseling"),
    skill("Service Orientation"),
    skill("Social Perceptiveness"),
    interest("Social"),
  ],
  teaching: [
    skill("Instructing"),
    skill("Learning Strategies"),
    knowledge("Education and Training"),
    knowledge("Sociology and Anthropology"),
  ],
  leadership: [
    skill("Management of Personnel Resources"),
    knowledge("Administration and Management"),
    knowledge("Personnel and Human Resources"),
    skill("Coordination"),
    skill("Management of Financial Resources"),
  ],
  persuasion: [skill("Persuasion"), skill("Negotiation"), knowledge("Sales and Marketing"), interest("Enterprising")],
  organization: [
    knowledge("Administrative"),
    ability("Information Ordering"),
    ability("Category Flexibility"),
    interest("Conventional"),
    skill("Time Management"),
  ],
  practical: [
    skill("Repairing"),
    skill("Equipment Maintenance"),
    skill("Troubleshooting"),
    knowledge("Mechanical"),
    ability("Manual Dexterity"),
    ability("Control Precision"),
  ],
  physical: [
    ability("Stamina"),
    ability("Static Strength"),
    ability("Gross Body Coordination"),
    ability("Trunk Strength"),
    ability("Multilimb Coordination"),
  ],
  vigilance: [
    knowledge("Public Safety and Security"),
    ability("Reaction Time"),
    ability("Selective Attention"),
    ability("Spatial Orientation"),
    knowledge("Transportation"),
    knowledge("Law and Government"),
  ],
};
