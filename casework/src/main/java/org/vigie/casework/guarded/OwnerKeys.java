package org.vigie.casework.guarded;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.AppendOnly;
import org.vigie.casework.people.CaseDatabase;

/**
 * The public half of the key that grants what needs a second admin where there is one person alone:
 * its private half is kept offline. None is taken from those that were registered; the newest
 * counts.
 */
public final class OwnerKeys {
  /** Makes the table of keys. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "owner_key",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, key TEXT NOT NULL, granted_by TEXT NOT NULL");

  /** Stands as who granted what the key signed; no account has such a name. */
  public static final String NAME = "owner key";

  private final CaseDatabase database;
  private final Clock clock;

  public OwnerKeys(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns the key that counts, if one was registered. */
  public Optional<PublicKey> inForce() {
    return database
        .list(
            "SELECT key FROM owner_key ORDER BY id DESC LIMIT 1", row -> key(row.getString("key")))
        .stream()
        .findFirst();
  }

  /**
   * Registers a key, which counts from now on.
   *
   * @param by who agreed to it
   */
  public void register(PublicKey key, String by) {
    database.run(
        "INSERT INTO owner_key (at, key, granted_by) VALUES (?, ?, ?)",
        clock.instant().toString(),
        Base64.getEncoder().encodeToString(key.getEncoded()),
        by);
  }

  private static PublicKey key(String text) {
    try {
      return KeyFactory.getInstance(OwnerKeyFile.ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an owner's key must be one of Ed25519, but isn't", e);
    }
  }
}
