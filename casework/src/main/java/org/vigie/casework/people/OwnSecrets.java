package org.vigie.casework.people;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.files.seal.SealingKey;

/** What the owner of an account alone may change: its password and its authenticator. */
public final class OwnSecrets {
  private final CaseDatabase database;
  private final SealedSecrets secrets;
  private final Clock clock;

  /**
   * @param key which seals what is kept, if one does
   */
  public OwnSecrets(CaseDatabase database, Clock clock, Optional<SealingKey> key) {
    this.database = database;
    this.secrets = new SealedSecrets(key);
    this.clock = clock;
  }

  /**
   * Gives an account another password.
   *
   * @param logged notes it in the transaction that does so
   * @throws IllegalArgumentException if it is too short or too long
   * @throws BusyException if too many passwords are hashed at once
   */
  public void changePassword(String account, String password, Accounts.Right logged) {
    resetPassword(account, password, logged);
  }

  /**
   * Gives an account another password, for whoever has a right to that; an account that doesn't
   * exist takes as long.
   *
   * @param right used up with it, or not at all
   * @return whether it was given
   * @throws IllegalArgumentException if it is too short or too long
   * @throws BusyException if too many passwords are hashed at once
   */
  public boolean resetPassword(String account, String password, Accounts.Right right) {
    String hash = HashingQueue.SHARED.hash(() -> Passwords.hash(password));
    String sealed = secrets.seal(hash, SealedSecrets.password(account));
    return database.transact(db -> {
      try (PreparedStatement update =
          db.prepareStatement("UPDATE account SET password = ? WHERE name = ?")) {
        update.setString(1, sealed);
        update.setString(2, account);
        if (right.use(db) && update.executeUpdate() == 1) {
          return true;
        }
        db.rollback();
        return false;
      }
    });
  }

  /**
   * Gives an account another authenticator; the code that shows that it is there counts as used.
   *
   * @param typed a code of it
   * @param logged notes it in the transaction that does so
   * @return whether it was changed: not if the code isn't one
   */
  public boolean changeAuthenticator(
      String account, OneTimeCode code, String typed, Accounts.Right logged) {
    OptionalLong step = code.findStep(typed, clock.instant(), Long.MIN_VALUE);
    if (step.isEmpty()) {
      return false;
    }
    String sealed = secrets.seal(code.secret(), SealedSecrets.code(account));
    return database.transact(db -> {
      try (PreparedStatement update =
          db.prepareStatement("UPDATE account SET code_secret = ?, code_step = ? WHERE name = ?")) {
        update.setString(1, sealed);
        update.setLong(2, step.getAsLong());
        update.setString(3, account);
        return logged.use(db) && update.executeUpdate() == 1;
      }
    });
  }
}
