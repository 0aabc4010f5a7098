package org.vigie.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case: what some people look into together.
 *
 * @param id {@code k-} and a number
 * @param title what it is called
 * @param openedBy who opened it
 * @param openedAt when
 * @param members the accounts that see it, in order of their names
 * @param closing that it is closed; null while it is open
 */
public record CaseFile(
    String id,
    String title,
    String openedBy,
    Instant openedAt,
    List<String> members,
    @Nullable Closing closing) {
  public CaseFile {
    members = List.copyOf(members);
  }

  /** Returns whether anything may be put into it. */
  public boolean isOpen() {
    return closing == null;
  }

  /**
   * That a case is closed: it can be read, and nothing of it changes until it is opened again.
   *
   * @param at when
   * @param account who closed it
   * @param why in that person's words
   */
  public record Closing(Instant at, String account, String why) {}

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
