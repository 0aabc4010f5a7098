package org.vigie.casework.mandate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/**
 * A place elsewhere that is told how far an audit log has come, and doesn't forget it: whoever cuts
 * the log and its heads together can't cut what stands there.
 */
public interface AuditWitness {
  /** Returns where it is, as the settings name it. */
  String place();

  /** Tells it of a head, signed by the key it knows the log by. */
  void tell(SignedHead head) throws IOException;

  /**
   * Tells it of a head that it could not be told of in time, so that it is known to be there again.
   */
  default void tellLate(SignedHead head) throws IOException {
    tell(head);
  }

  /** Returns all it was told. */
  Testimony recall() throws IOException;

  /** Returns whether it answers itself; else what it kept is handed over as a file. */
  default boolean isAskable() {
    return true;
  }

  /** Returns whether what it says is of now, so that it must know the last lines too. */
  default boolean isOfNow() {
    return true;
  }

  /**
   * Returns the witness at a place.
   *
   * @param place an http or https address, or a folder
   * @param root what a relative folder starts from
   */
  static AuditWitness at(String place, Path root) {
    return at(place, root, "");
  }

  /**
   * As above.
   *
   * @param place also {@code tsa+} before the address of an authority for time stamps, {@code
   *     syslog+tls://HOST:PORT} or {@code smtp+tls://HOST:PORT/MAILBOX}
   * @param authority file of the certificates that those of these must come from; empty if none is
   *     named
   */
  static AuditWitness at(String place, Path root, String authority) {
    if (place.startsWith(TimeStampWitness.START + "http")) {
      String name = Sha256.hex(place).substring(0, 8);
      return new TimeStampWitness(
          place,
          root.resolve("audit/stamps-" + name + ".jsonl"),
          authority.isEmpty() ? null : root.resolve(authority).normalize());
    }
    if (place.startsWith("http://") || place.startsWith("https://")) {
      return new HttpWitness(URI.create(place));
    }
    if (SentWitness.isSent(place)) {
      String name = Sha256.hex(place).substring(0, 8);
      return new SentWitness(
          place,
          authority.isEmpty() ? null : root.resolve(authority).normalize(),
          root.resolve("audit/mailed-" + name));
    }
    if (place.contains("://")) {
      throw UserError.ofInput(
          "audit.witness must name folders or addresses that begin with http, tsa+http, syslog+tls, syslog+tcp, smtp+tls or smtp, but one doesn't");
    }
    return new FolderWitness(place, new WitnessBook(root.resolve(place).normalize()));
  }
}
