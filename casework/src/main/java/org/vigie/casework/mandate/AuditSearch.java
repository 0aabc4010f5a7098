package org.vigie.casework.mandate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one looks for in the audit log; what is empty, one doesn't mind.
 *
 * @param user who did it
 * @param about one of these a line names: the id of an advert, a case, an export, a session, or the
 *     mark of words that were typed
 * @param from first day, UTC
 * @param to last day, UTC
 */
public record AuditSearch(
    String user, Set<String> about, Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Those who write at once may come in another order than their clocks say. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  /** Looks for nothing in particular. */
  public static final AuditSearch ALL =
      new AuditSearch("", Set.of(), Optional.empty(), Optional.empty());

  public AuditSearch {
    about = Set.copyOf(about);
  }

  boolean matches(AuditEntry entry) {
    LocalDate day = Instant.parse(entry.at()).atZone(ZoneOffset.UTC).toLocalDate();
    return (user.isEmpty() || user.equals(entry.user()))
        && from.filter(day::isBefore).isEmpty()
        && to.filter(day::isAfter).isEmpty()
        && (about.isEmpty() || isAbout(entry));
  }

  /** Returns the same, about some more. */
  AuditSearch orAbout(Set<String> more) {
    return new AuditSearch(
        user, Stream.concat(about.stream(), more.stream()).collect(Collectors.toSet()), from, to);
  }

  private boolean isAbout(AuditEntry entry) {
    return Stream.of(entry.session(), entry.detail(), entry.reason(), entry.shown(), entry.file())
        .flatMap(text -> Stream.of(text.split("[\\s=&,:]+", -1)))
        .anyMatch(about::contains);
  }

  /** Returns whether all lines before one of this instant are too early. */
  boolean isBefore(Instant at) {
    return from.isPresent()
        && at.isBefore(from.get().atStartOfDay(ZoneOffset.UTC).toInstant().minus(SLACK));
  }

  /** Returns the instant after which all lines are too late, if there is any. */
  Optional<Instant> end() {
    return to.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(SLACK));
  }
}
