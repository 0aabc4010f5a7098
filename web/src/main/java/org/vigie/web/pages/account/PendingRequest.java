package org.vigie.web.pages.account;

import java.util.Locale;
import org.vigie.casework.AdminRequest;
import org.vigie.text.safe.Words;

/**
 * Something that waits for a second admin, as the page of accounts shows it.
 *
 * @param path of its decision
 * @param kind name of what is asked for
 * @param standing where it stands
 * @param owner line that an owner's key may sign to grant it, or empty
 */
public record PendingRequest(
    String path,
    String kind,
    String by,
    String at,
    String subject,
    String detail,
    Standing standing,
    String owner) {

  /**
   * Where a request stands.
   *
   * @param mine whether the reader asked for it, and so can't decide it
   * @param granted whether another admin said yes, so that the reader may take it
   * @param lapsed whether nobody decided it in time
   */
  public record Standing(boolean mine, boolean granted, boolean lapsed) {}

  static PendingRequest of(AdminRequest request, String reader, String owner) {
    return new PendingRequest(
        AccountPages.PATH + "/requests/" + request.id(),
        request.kind().name().toLowerCase(Locale.ROOT),
        request.askedBy(),
        Words.minute(request.askedAt()),
        request.subject(),
        request.detail(),
        new Standing(request.askedBy().equals(reader), request.isGranted(), request.isLapsed()),
        owner);
  }
}
