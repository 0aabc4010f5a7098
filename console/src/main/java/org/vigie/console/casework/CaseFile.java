package org.vigie.console.casework;

import java.time.Instant;
import java.util.List;

/**
 * A case: what some people look into together.
 *
 * @param id {@code k-} and a number
 * @param title what it is called
 * @param openedBy who opened it
 * @param openedAt when
 * @param members the accounts that see it, in order of their names
 */
public record CaseFile(
    String id, String title, String openedBy, Instant openedAt, List<String> members) {
  public CaseFile {
    members = List.copyOf(members);
  }

  /**
   * Something that a member put into a case.
   *
   * @param at when
   * @param account who
   * @param subject the advert, cluster or alert; the case itself for a note alone
   * @param note what the member wrote, or empty
   */
  public record Item(Instant at, String account, Subject subject, String note) {}
}
