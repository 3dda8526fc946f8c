import { z } from "zod";

export const ROLES = ["guest", "member", "employer", "client", "provider", "admin"] as const;
export const RoleSchema = z.enum(ROLES);
export type Role = z.infer<typeof RoleSchema>;
