package org.vigie.casework.mandate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A place elsewhere that is told how far an audit log has come, and doesn't forget it: whoever cuts
 * the log and its heads together can't cut what stands there.
 */
public interface AuditWitness {
  /** Returns where it is, as the settings name it. */
  String place();

  /** Tells it of a head, signed by the key it knows the log by. */
  void tell(SignedHead head) throws IOException;

  /** Returns all it was told. */
  Testimony recall() throws IOException;

  /**
   * Returns the witness at a place.
   *
   * @param place an http or https address, or a folder
   * @param root what a relative folder starts from
   */
  static AuditWitness at(String place, Path root) {
    if (place.startsWith("http://") || place.startsWith("https://")) {
      return new HttpWitness(URI.create(place));
    }
    return new FolderWitness(place, new WitnessBook(root.resolve(place).normalize()));
  }
}
