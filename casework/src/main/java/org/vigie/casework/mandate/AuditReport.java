package org.vigie.casework.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.text.finding.FindingWords;

/**
 * What came of verifying an audit log.
 *
 * @param lines lines of the log
 * @param heads signed heads
 * @param unsigned lines after the last signed head
 * @param torn bytes after the last whole line that no head stands for, as a kill or a full disk
 *     leaves them; the next line mends them
 * @param witnesses what those elsewhere said
 * @param found what doesn't hold; none if the log is whole
 * @param unverifiable what nobody can know of it, since a key was lost with what it signed, or an
 *     older case database was accepted or can't be read now
 */
public record AuditReport(
    long lines,
    long heads,
    long unsigned,
    long torn,
    List<Witnessed> witnesses,
    List<AlertLine> found,
    List<Finding> unverifiable) {
  public AuditReport {
    witnesses = List.copyOf(witnesses);
    found = List.copyOf(found);
    unverifiable = List.copyOf(unverifiable);
  }

  /** A report of a log that no witness knows. */
  AuditReport(long lines, long heads, long unsigned, List<AlertLine> found) {
    this(lines, heads, unsigned, 0, List.of(), found, List.of());
  }

  /** Returns the same, with something else that doesn't hold, if there is any. */
  public AuditReport and(Optional<Finding> problem) {
    List<AlertLine> all = new ArrayList<>(found);
    problem.map(AlertLine::of).ifPresent(all::add);
    return new AuditReport(lines, heads, unsigned, torn, witnesses, all, unverifiable);
  }

  /** Returns the same, with something else that nobody can know, if there is any. */
  public AuditReport noting(Optional<Finding> unknown) {
    List<Finding> all = Stream.concat(unverifiable.stream(), unknown.stream()).toList();
    return new AuditReport(lines, heads, unsigned, torn, witnesses, found, all);
  }

  /**
   * What one witness said.
   *
   * @param place where it is
   * @param heads it was told
   * @param lastAt of the last one; empty if there is none
   */
  public record Witnessed(String place, long heads, String lastAt) {}

  /** Returns what doesn't hold in English, one line each. */
  public List<String> problems() {
    return found.stream().map(FindingWords.english()::say).toList();
  }

  /** Returns what nobody can know of it in English, one line each. */
  public List<String> notes() {
    return unverifiable.stream().map(FindingWords.english()::say).toList();
  }

  /** Returns whether nothing was edited, removed, moved or cut, as far as can be known. */
  public boolean holds() {
    return found.isEmpty();
  }

  /**
   * Returns whether somebody elsewhere stands for it: if not, nobody can know that log and heads
   * weren't cut, rolled back, emptied or written anew together. Time stamps don't: their tokens lie
   * beside the log, and can be cut with it.
   */
  public boolean isWitnessed() {
    return witnesses.stream().anyMatch(one -> !one.place().startsWith(TimeStampWitness.START));
  }
}
