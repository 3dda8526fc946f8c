/** A career that the shipped catalogue does not have, as an admin types it. */
export const DRONE_PILOT = {
  title: "Delivery Drone Pilots",
  alternateTitles: ["Drone Courier"],
  keywords: ["drones", "flying parcels", "remote pilot"],
  cluster: "driving-flying-sailing",
  jobZone: 3,
  summary: "Flies small unmanned aircraft that bring parcels and medicine to people, and keeps them safe in the air.",
  day: ["Check batteries, rotors and weather", "Fly six routes from a control desk", "Write down what went wrong"],
  fits: "you like machines, stay calm, and can watch a screen for long",
  tough: "Bad weather cancels plans, and mistakes are expensive",
  abilityVector: [6, 5, 4, 8, 3, 6, 3, 2, 2, 3, 2, 5, 8, 4, 9.5],
};
