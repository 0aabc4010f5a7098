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
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.text.finding.SignLines;

/** The comparison of a log, line by line, with what one witness was told of it. */
final class WitnessCheck {
  /** Longer than any log. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final String place;
  private final Duration lag;
  private final List<AlertLine> problems = new ArrayList<>();
  private final List<AuditHead> told;
  private final @Nullable Testimony testimony;
  private final Deque<AuditHead> expected;
  private long reached;
  private long mismatches;
  private @Nullable Instant oldestUnseen;
  private long unseen;

  private WitnessCheck(
      String place, Duration lag, List<AuditHead> told, @Nullable Testimony testimony) {
    this.place = place;
    this.testimony = testimony;
    this.lag = lag;
    this.told = told;
    this.expected =
        new ArrayDeque<>(told.stream().sorted(Comparator.comparingLong(AuditHead::bytes)).toList());
    this.reached = told.stream().mapToLong(AuditHead::bytes).max().orElse(0);
  }

  /** Asks a witness. */
  static WitnessCheck ask(AuditWitness witness, Duration lag) {
    try {
      Testimony testimony = witness.recall();
      return new WitnessCheck(
          witness.place(), witness.isOfNow() ? lag : NEVER, signed(testimony), testimony);
    } catch (IOException | RuntimeException e) {
      WitnessCheck check = new WitnessCheck(witness.place(), lag, List.of(), null);
      check.addMute(e);
      return check;
    }
  }

  private void addMute(Exception e) {
    problems.add(AlertLine.of(of("witness-mute"), List.of(why(e))));
  }

  private static Finding why(Exception e) {
    if (e instanceof WitnessException known) {
      return known.why();
    }
    return SignLines.text(e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString());
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

  /**
   * Compares what it said of keys and heads.
   *
   * @param keys those that are said to sign the log; nothing if there are none
   */
  void compare(Optional<AuditKeys> keys) {
    if (testimony != null) {
      try {
        compare(testimony, keys);
      } catch (IOException | RuntimeException e) {
        addMute(e);
      }
    }
  }

  private void compare(Testimony testimony, Optional<AuditKeys> keys) throws IOException {
    if (testimony.heads().size() > told.size()) {
      add(of("witness-heads-unsigned").with("heads", testimony.heads().size() - told.size()));
    }
    if (told.isEmpty()) {
      add(of("witness-knows-nothing"));
    } else if (keys.filter(ours -> ours.hold(testimony.keys().last())).isEmpty()) {
      add(of(keys.isEmpty() ? "witness-key-gone" : "witness-key-another"));
    }
    for (int i = 1; i < told.size(); i++) {
      if (told.get(i).bytes() < told.get(i - 1).bytes()) {
        add(
            of("witness-saw-rollback")
                .with("at", told.get(i).at())
                .with("bytes", told.get(i).bytes())
                .with("before", told.get(i - 1).bytes())
                .with("earlier", told.get(i - 1).at()));
      }
    }
  }

  /** Compares a line. */
  void pass(long number, long end, String hash, Optional<Instant> at) {
    while (!expected.isEmpty() && expected.getFirst().bytes() <= end) {
      AuditHead head = expected.removeFirst();
      if ((head.bytes() != end || !head.hash().equals(hash)) && mismatches++ == 0) {
        add(of("witness-saw-another-line").with("line", number).with("at", head.at()));
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
  List<AlertLine> end(long bytes, Instant now) {
    if (mismatches > 1) {
      add(of("witness-saw-other-lines").with("lines", mismatches - 1));
    }
    if (!expected.isEmpty()) {
      add(
          of("witness-saw-longer-log")
              .with("told", expected.getLast().bytes())
              .with("at", expected.getLast().at())
              .with("bytes", bytes));
    }
    Instant oldest = oldestUnseen;
    if (!told.isEmpty() && oldest != null && oldest.plus(lag).isBefore(now)) {
      add(
          of("witness-behind")
              .with("minutes", lag.toMinutes())
              .with("lines", unseen)
              .with("since", oldest.toString()));
    }
    return problems;
  }

  private void add(Finding problem) {
    problems.add(AlertLine.of(problem));
  }

  private Finding of(String code) {
    return Finding.of(code).with("witness", place);
  }

  AuditReport.Witnessed witnessed() {
    return new AuditReport.Witnessed(place, told.size(), told.isEmpty() ? "" : told.getLast().at());
  }
}
