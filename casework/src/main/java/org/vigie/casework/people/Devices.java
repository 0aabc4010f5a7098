package org.vigie.casework.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The browsers from which people have signed in before, each known by a cookie: strangers who guess
 * at a name lock themselves out, and not whoever comes from a browser that is known.
 *
 * @see <a
 *     href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP,
 *     device cookies</a>
 */
public final class Devices {
  /** Makes the table. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS device (
            hash TEXT PRIMARY KEY, account TEXT NOT NULL, at TEXT NOT NULL)
          """);

  /** After which a browser is a stranger again. */
  public static final Duration LIFE = Duration.ofDays(90);

  private final CaseDatabase database;
  private final SecureRandom random;
  private final Clock clock;

  public Devices(CaseDatabase database, SecureRandom random, Clock clock) {
    this.database = database;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Returns what the attempts to be an account are counted by, who tries first: a stranger by name
   * and address, a browser that the person knows by itself, so that neither who guesses at the name
   * nor who guesses in the same office locks it out.
   *
   * @param address as {@link Attempts#ofAddress} calls it
   */
  public List<String> counted(String account, String cookie, String address) {
    return isKnown(account, cookie)
        ? List.of("device of " + account + " " + cookie)
        : List.of(
            isAccount(account) ? Attempts.ofAccount(account) : Attempts.ofUnknown(account),
            address);
  }

  private boolean isAccount(String name) {
    return !database
        .list("SELECT 1 AS one FROM account WHERE name = ?", row -> row.getInt("one"), name)
        .isEmpty();
  }

  /** Returns whether somebody has signed in to an account with this cookie of late. */
  public boolean isKnown(String account, String cookie) {
    return !cookie.isEmpty()
        && !database
            .list(
                "SELECT 1 AS one FROM device WHERE hash = ? AND account = ? AND at > ?",
                row -> row.getInt("one"),
                Secret.hash(cookie),
                account,
                clock.instant().minus(LIFE).toString())
            .isEmpty();
  }

  /** Returns a new cookie for a browser from which somebody has signed in; its former one ends. */
  public String welcome(String account, String former) {
    String cookie = Secret.random(random);
    database.run("DELETE FROM device WHERE hash = ?", Secret.hash(former));
    database.run("DELETE FROM device WHERE at <= ?", clock.instant().minus(LIFE).toString());
    database.run(
        "INSERT INTO device VALUES (?, ?, ?)",
        Secret.hash(cookie),
        account,
        clock.instant().toString());
    return cookie;
  }
}
