package org.vigie.casework.mandate;

import java.util.List;

/**
 * What the log says of who was shown something, and how much of the log couldn't be asked.
 *
 * @param entries of all that somebody was shown with it, the oldest first
 * @param unreadable numbers of the lines that aren't entries or hold bytes that are no text: torn
 *     or changed; the first is 1
 * @param naming those of them that hold the id: who saw it there can't be said
 * @param lostLists hashes of lists of ids that lines name, but that aren't there
 */
public record LoggedSightings(
    List<AuditEntry> entries, List<Long> unreadable, List<Long> naming, List<String> lostLists) {
  public LoggedSightings {
    entries = List.copyOf(entries);
    unreadable = List.copyOf(unreadable);
    naming = List.copyOf(naming);
    lostLists = List.copyOf(lostLists);
  }

  /** Returns whether the whole log was asked. */
  public boolean isWhole() {
    return unreadable.isEmpty() && lostLists.isEmpty();
  }
}
