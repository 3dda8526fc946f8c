import { NavLink } from "./nav-link";
import { SignOutButton, type SignOutTexts } from "./sign-out-button";
import styles from "./site.module.css";

export type AccountItemsProps = {
  /** Name of the navigation landmark. */
  label: string;
  items: readonly { href: string; label: string }[];
  signOut: SignOutTexts;
};

/** The account's pages and the way out of it, in whichever menu. */
export function AccountItems({ items, signOut, onLeave }: AccountItemsProps & { onLeave: () => void }) {
  return (
    <>
      {items.map(({ href, label }) => (
        <NavLink key={href} href={href} onClick={onLeave}>
          {label}
        </NavLink>
      ))}
      <div className={styles.menuEnd}>
        <SignOutButton {...signOut} />
      </div>
    </>
  );
}
