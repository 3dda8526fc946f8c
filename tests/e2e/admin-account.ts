/** The first admin of the servers under test. */
export const ADMIN_EMAIL = "admin@example.com";
export const ADMIN_PASSWORD = "nine kites over the harbor";
