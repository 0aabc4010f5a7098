package org.vigie.casework.people;

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
   * @throws IllegalArgumentException if it is too short or too long
   * @throws BusyException if too many passwords are hashed at once
   */
  public void changePassword(String account, String password) {
    String hash = HashingQueue.SHARED.hash(() -> Passwords.hash(password));
    database.run(
        "UPDATE account SET password = ? WHERE name = ?",
        secrets.seal(hash, SealedSecrets.password(account)),
        account);
  }

  /**
   * Gives an account another authenticator; the code that shows that it is there counts as used.
   *
   * @param typed a code of it
   * @return whether it was changed: not if the code isn't one
   */
  public boolean changeAuthenticator(String account, OneTimeCode code, String typed) {
    OptionalLong step = code.findStep(typed, clock.instant(), Long.MIN_VALUE);
    return step.isPresent()
        && database.run(
                "UPDATE account SET code_secret = ?, code_step = ? WHERE name = ?",
                secrets.seal(code.secret(), SealedSecrets.code(account)),
                step.getAsLong(),
                account)
            == 1;
  }
}
