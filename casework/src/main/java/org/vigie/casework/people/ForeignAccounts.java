package org.vigie.casework.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.files.digest.Sha256;

/**
 * The accounts of people whom a provider vouches for, by its issuer and its subject: a name at the
 * provider leads to no account that was there before.
 */
public final class ForeignAccounts {
  /** Makes the table. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS foreign_account (
            issuer TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL UNIQUE,
            PRIMARY KEY (issuer, subject))
          """);

  private static final int DIGITS = 12;
  private static final int LONGEST_STEM = 25;

  private final CaseDatabase database;
  private final Accounts accounts;

  public ForeignAccounts(CaseDatabase database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /** Finds the account of a person. */
  public Optional<Account> find(String issuer, String subject) {
    return database
        .list(
            "SELECT account FROM foreign_account WHERE issuer = ? AND subject = ?",
            row -> row.getString("account"),
            issuer,
            subject)
        .stream()
        .findFirst()
        .flatMap(accounts::find);
  }

  /** Returns whether a provider vouches for an account, which has no password then. */
  public boolean isOne(String account) {
    return !database
        .list(
            "SELECT account FROM foreign_account WHERE account = ?",
            row -> row.getString("account"),
            account)
        .isEmpty();
  }

  /**
   * Makes the account of a person, without password or code, so that the provider is the only way
   * in.
   *
   * @param name that of {@link #nameFor}
   */
  public Account add(String issuer, String subject, String name, Set<Role> roles) {
    Account account = accounts.addForeign(name, roles);
    database.run(
        "INSERT INTO foreign_account (issuer, subject, account) VALUES (?, ?, ?)",
        issuer,
        subject,
        account.name());
    return account;
  }

  /** Returns a name that nobody has, after what the person is called at the provider. */
  public String nameFor(String issuer, String subject, String called) {
    StringBuilder stem = new StringBuilder();
    called
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> Account.isName("xx" + (char) c))
        .limit(LONGEST_STEM)
        .forEach(c -> stem.append((char) c));
    String plain = stem.toString();
    if (Account.isName(plain) && accounts.find(plain).isEmpty()) {
      return plain;
    }
    return (plain.isEmpty() ? "person" : plain)
        + "-"
        + Sha256.hex(issuer + " " + subject).substring(0, DIGITS);
  }
}
