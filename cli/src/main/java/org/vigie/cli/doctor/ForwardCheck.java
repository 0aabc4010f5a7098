package org.vigie.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.casework.config.ForwardSettings;
import org.vigie.casework.forward.ForwardState;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** The check whether lines of the audit log arrive where the settings send them. */
final class ForwardCheck {
  private static final String NAME = "audit forward";

  /** Whoever forwards does so every few seconds. */
  private static final Duration LATE = Duration.ofMinutes(10);

  /** How long it is said that the log was another than before. */
  private static final Duration TOLD = Duration.ofDays(7);

  private static final String START = "start ./vigie serve, or type ./vigie audit forward";

  private final Path log;
  private final Optional<ForwardSettings> settings;

  ForwardCheck(Path log, Optional<ForwardSettings> settings) {
    this.log = log;
    this.settings = settings;
  }

  DoctorFinding finding(Instant now) {
    if (settings.isEmpty()) {
      return DoctorFinding.ok(NAME, "the log goes nowhere else (audit.forward)");
    }
    try {
      ForwardState state =
          ForwardState.read(ForwardState.beside(log))
              .filter(one -> one.to().equals(settings.get().to()))
              .orElse(null);
      long size = Files.exists(log) ? Files.size(log) : 0;
      if (state == null) {
        return size == 0
            ? DoctorFinding.ok(NAME, "nothing to send yet")
            : DoctorFinding.mend(NAME, "nothing was sent yet", START);
      }
      return of(state, size - state.bytes(), now);
    } catch (IOException e) {
      return DoctorFinding.mend(NAME, "can't be read: " + e.getMessage(), START);
    }
  }

  private static DoctorFinding of(ForwardState state, long waiting, Instant now) {
    String waits = Words.count(waiting, "byte waits", "bytes wait");
    if (!state.since().isEmpty()) {
      return DoctorFinding.mend(
          NAME,
          "%s can't be reached since %s (%s); %s"
              .formatted(state.to(), state.since(), SafeText.line(state.problem()), waits),
          "see to the receiver; what waits is sent then");
    }
    if (!state.restarted().isEmpty() && Instant.parse(state.restarted()).plus(TOLD).isAfter(now)) {
      return DoctorFinding.mend(
          NAME,
          "at %s the log was another than was sent before".formatted(state.restarted()),
          "ask who restored or cut it; ./vigie audit verify says more");
    }
    boolean late = waiting > 0 && Instant.parse(state.reached()).plus(LATE).isBefore(now);
    return late
        ? DoctorFinding.mend(NAME, waits + " since " + state.reached(), START)
        : DoctorFinding.ok(
            NAME, "all but %s arrived at %s".formatted(waits.replace(" wait", ""), state.to()));
  }
}
