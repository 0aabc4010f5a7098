package org.vigie.casework.push;

import java.io.IOException;
import org.vigie.exchange.partner.PartnerFormat;

/** A partner's server that takes adverts in one format. */
public interface PartnerServer {
  /** Returns what it takes. */
  PartnerFormat format();

  /**
   * Sends a document.
   *
   * @throws org.vigie.files.failure.UserError if the server can't be reached or refuses it
   */
  Receipt push(String document) throws IOException, InterruptedException;

  /**
   * What a server says of a document that it took.
   *
   * @param what it did, such as {@code event added}
   * @param sent parts that were sent: attributes or objects
   * @param taken those of them that it has now
   * @param answer the last thing that it answered
   */
  record Receipt(String what, int sent, int taken, String answer) {}
}
