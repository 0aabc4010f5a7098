package org.vigie.casework.people;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.seal.SealingKey;

/**
 * The secrets of accounts as the database holds them: sealed, if there is a key, so that a copy of
 * the database alone gives neither hashes to guess at nor second factors.
 */
public final class SealedSecrets {
  private final Optional<SealingKey> key;

  SealedSecrets(Optional<SealingKey> key) {
    this.key = key;
  }

  /** Returns where the hash of an account's password belongs. */
  static String password(String account) {
    return "password of " + account;
  }

  /** Returns where the secret of an account's authenticator belongs. */
  static String code(String account) {
    return "authenticator of " + account;
  }

  String seal(String plain, String place) {
    return key.map(one -> one.seal(plain, place)).orElse(plain);
  }

  /** What was kept before there was a key stays readable. */
  String open(String kept, String place) {
    if (!SealingKey.isSealed(kept)) {
      return kept;
    }
    try {
      return key.orElseThrow(
              () -> new IllegalStateException("sealed secrets need files.key, but none is named"))
          .open(kept, place);
    } catch (IOException e) {
      throw new IllegalStateException("secrets of accounts must open: " + e.getMessage(), e);
    }
  }

  /**
   * Makes sure, before anybody signs in, that what a database holds sealed can be opened.
   *
   * @throws UserError if there is no key, or another one
   */
  public static void requireKey(CaseDatabase database, Optional<SealingKey> key) {
    database
        .list(
            "SELECT name, code_secret FROM account WHERE code_secret LIKE 'sealed:%'",
            row -> List.of(row.getString("name"), row.getString("code_secret")))
        .forEach(one -> {
          try {
            new SealedSecrets(key).open(one.get(1), code(one.get(0)));
          } catch (IllegalStateException e) {
            throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
          }
        });
  }

  /** Returns the accounts whose secrets a database holds as they are. */
  public static List<String> plainIn(CaseDatabase database) {
    return database.list(
        "SELECT name FROM account WHERE password NOT LIKE 'sealed:%'"
            + " OR code_secret NOT LIKE 'sealed:%' ORDER BY name",
        row -> row.getString("name"));
  }

  /** Seals the secrets that a database holds as they are, and returns of how many accounts. */
  public static int sealIn(CaseDatabase database, SealingKey key) {
    List<String> plain = plainIn(database);
    SealedSecrets sealed = new SealedSecrets(Optional.of(key));
    plain.forEach(name -> {
      sealed.replace(database, name, "password", password(name));
      sealed.replace(database, name, "code_secret", code(name));
    });
    return plain.size();
  }

  /**
   * Seals anew, with the newest key, the secrets that a former one sealed.
   *
   * @return of how many accounts
   */
  public static int resealIn(CaseDatabase database, SealingKey key) {
    SealedSecrets sealed = new SealedSecrets(Optional.of(key));
    int accounts = 0;
    for (List<String> one : all(database)) {
      String name = one.getFirst();
      if (key.isOfAnother(one.get(1)) || key.isOfAnother(one.get(2))) {
        sealed.renew(database, name, "password", one.get(1), password(name), key);
        sealed.renew(database, name, "code_secret", one.get(2), code(name), key);
        accounts++;
      }
    }
    return accounts;
  }

  private static List<List<String>> all(CaseDatabase database) {
    return database.list(
        "SELECT name, password, code_secret FROM account ORDER BY name",
        row -> List.of(row.getString(1), row.getString(2), row.getString(3)));
  }

  /**
   * @param column of the table, no user's words
   */
  private void renew(
      CaseDatabase database,
      String name,
      String column,
      String kept,
      String place,
      SealingKey key) {
    if (key.isOfAnother(kept)) {
      database.run(
          "UPDATE account SET %1$s = ? WHERE name = ? AND %1$s = ?".formatted(column),
          seal(open(kept, place), place),
          name,
          kept);
      Failpoint.reach("secret-resealed");
    }
  }

  /**
   * @param column of the table, no user's words
   */
  private void replace(CaseDatabase database, String name, String column, String place) {
    String kept =
        database
            .list(
                "SELECT " + column + " FROM account WHERE name = ?", row -> row.getString(1), name)
            .getFirst();
    if (!SealingKey.isSealed(kept)) {
      // Only where nobody changed it meanwhile.
      database.run(
          "UPDATE account SET %1$s = ? WHERE name = ? AND %1$s = ?".formatted(column),
          seal(kept, place),
          name,
          kept);
    }
  }
}
