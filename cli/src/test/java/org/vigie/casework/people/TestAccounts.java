package org.vigie.casework.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Clock;
import java.util.Set;

/**
 * Accounts of tests that sign in again and again: their one password is hashed once, and as cheaply
 * as Argon2id allows. What a hash costs stands in it, so they sign in as anybody does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106#section-3.1">RFC 9106, section 3.1</a>
 */
public final class TestAccounts {
  private static final int LEAST_KIB = 8;

  private final Accounts accounts;
  private final Clock clock;
  private final String hash;

  /**
   * @param password of all
   */
  public TestAccounts(CaseDatabase database, Clock clock, String password) {
    this.accounts = new Accounts(database, clock);
    this.clock = clock;
    hash =
        Password.hash(password)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(LEAST_KIB, 1, 1, 16, Argon2.ID))
            .getResult();
  }

  public void add(String name, Set<Role> roles, OneTimeCode code) {
    accounts.keep(new Account(name, roles, true, clock.instant()), hash, code);
  }
}
