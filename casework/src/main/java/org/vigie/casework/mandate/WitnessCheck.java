package org.vigie.casework.mandate;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The comparison of a log, line by line, with what one witness was told of it. */
final class WitnessCheck {
  /** Longer than any log. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final String place;
  private final Duration lag;
  private final List<String> problems = new ArrayList<>();
  private final List<AuditHead> told;
  private final Deque<AuditHead> expected;
  private long reached;
  private long mismatches;
  private @org.jspecify.annotations.Nullable Instant oldestUnseen;
  private long unseen;

  private WitnessCheck(String place, Duration lag, List<AuditHead> told) {
    this.place = place;
    this.lag = lag;
    this.told = told;
    this.expected =
        new ArrayDeque<>(told.stream().sorted(Comparator.comparingLong(AuditHead::bytes)).toList());
    this.reached = told.stream().mapToLong(AuditHead::bytes).max().orElse(0);
  }

  /**
   * Asks a witness.
   *
   * @param keys those that are said to sign the log; nothing if there are none
   */
  static WitnessCheck ask(AuditWitness witness, Duration lag, Optional<AuditKeys> keys) {
    try {
      Testimony testimony = witness.recall();
      WitnessCheck check =
          new WitnessCheck(witness.place(), witness.isOfNow() ? lag : NEVER, signed(testimony));
      check.compare(testimony, keys);
      return check;
    } catch (IOException | RuntimeException e) {
      WitnessCheck check = new WitnessCheck(witness.place(), lag, List.of());
      check.problems.add(
          "the witness at %s must be asked, but can't be: %s"
              .formatted(
                  witness.place(), e instanceof IOException ? e.getMessage() : e.toString()));
      return check;
    }
  }

  private static List<AuditHead> signed(Testimony testimony) throws IOException {
    if (testimony.key().isEmpty()) {
      return List.of();
    }
    AuditKeys keys = testimony.keys();
    List<AuditHead> signed = new ArrayList<>();
    for (AuditHead head : testimony.heads()) {
      if (keys.verifies(head)) {
        signed.add(head);
      }
    }
    return signed;
  }

  private void compare(Testimony testimony, Optional<AuditKeys> keys) {
    if (testimony.heads().size() > told.size()) {
      problems.add(
          "all heads at the witness %s must be signed, but %d aren't"
              .formatted(place, testimony.heads().size() - told.size()));
    }
    if (told.isEmpty()) {
      problems.add("the witness at %s must know the log, but knows nothing".formatted(place));
    } else if (keys.filter(ours -> ours.hold(testimony.keys().last())).isEmpty()) {
      problems.add(
          "the log's key must be the one that the witness at %s knows it by, but %s"
              .formatted(place, keys.isEmpty() ? "is gone" : "is another"));
    }
    for (int i = 1; i < told.size(); i++) {
      if (told.get(i).bytes() < told.get(i - 1).bytes()) {
        problems.add(
            "the log must only grow, but at %s the witness at %s was told of %d bytes, after %d at %s: it was rolled back"
                .formatted(
                    told.get(i).at(),
                    place,
                    told.get(i).bytes(),
                    told.get(i - 1).bytes(),
                    told.get(i - 1).at()));
      }
    }
  }

  /** Compares a line. */
  void pass(long number, long end, String hash, Optional<Instant> at) {
    while (!expected.isEmpty() && expected.getFirst().bytes() <= end) {
      AuditHead head = expected.removeFirst();
      if ((head.bytes() != end || !head.hash().equals(hash)) && mismatches++ == 0) {
        problems.add(
            "line %d must be the one that the witness at %s was told of at %s, but isn't"
                .formatted(number, place, head.at()));
      }
    }
    if (end > reached) {
      unseen++;
      if (oldestUnseen == null) {
        oldestUnseen = at.orElse(null);
      }
    }
  }

  /** Returns what doesn't hold, once all lines were compared. */
  List<String> end(long bytes, Instant now) {
    if (mismatches > 1) {
      problems.add(
          "%d more lines aren't those that the witness at %s was told of"
              .formatted(mismatches - 1, place));
    }
    if (!expected.isEmpty()) {
      problems.add(
          "the log must have %d bytes, as the witness at %s was told at %s, but has %d: its tail was cut, or it was rolled back, emptied or deleted"
              .formatted(expected.getLast().bytes(), place, expected.getLast().at(), bytes));
    }
    Instant oldest = oldestUnseen;
    if (!told.isEmpty() && oldest != null && oldest.plus(lag).isBefore(now)) {
      problems.add(
          "the witness at %s must know each line within %d minutes, but wasn't told of the last %d, from %s on"
              .formatted(place, lag.toMinutes(), unseen, oldest));
    }
    return problems;
  }

  AuditReport.Witnessed witnessed() {
    return new AuditReport.Witnessed(place, told.size(), told.isEmpty() ? "" : told.getLast().at());
  }
}
