package org.vigie.console.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.advert.Alert;
import org.vigie.advert.Severity;
import org.vigie.search.RecordJson;

/**
 * Tells sinks of alerts: of each once, and again when its severity rises.
 *
 * <p>What was sent stands in a ledger per sink, a line each, written after the sink has taken it: a
 * kill in between sends one alert twice, under the same key. An alert that is refused, or that five
 * attempts couldn't deliver, becomes a dead letter and isn't tried again.
 */
public final class Delivery {
  /** One second, then four times the last: the fifth attempt is made after a minute and a half. */
  private static final int ATTEMPTS = 5;

  private static final int BACK_OFF = 4;

  private final Path folder;
  private final Clock clock;
  private final Pause pause;

  /** Waits between two attempts. */
  public interface Pause {
    void wait(Duration time) throws InterruptedException;
  }

  /**
   * An alert that could not be delivered.
   *
   * @param sink who was to be told
   * @param at when the last attempt failed
   * @param reason why it failed
   * @param alert the alert
   */
  public record Undelivered(String sink, Instant at, String reason, Alert alert) {}

  /**
   * What came of telling a sink.
   *
   * @param sent alerts that it took
   * @param dead alerts that became dead letters
   */
  public record Outcome(int sent, int dead) {}

  /**
   * Makes a delivery.
   *
   * @param folder where ledgers and dead letters are kept
   */
  public Delivery(Path folder, Clock clock, Pause pause) {
    this.folder = folder;
    this.clock = clock;
    this.pause = pause;
  }

  /** Tells a sink of those of some alerts that it wasn't told of. */
  public Outcome tell(AlertSink sink, List<Alert> alerts) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path ledger = folder.resolve(sink.name() + ".ledger");
    Map<String, Severity> told = read(ledger);
    int sent = 0;
    int dead = 0;
    for (Alert alert : alerts) {
      Severity before = told.get(alert.id());
      if (before == null || alert.severity().compareTo(before) > 0) {
        if (deliver(sink, alert)) {
          sent++;
        } else {
          dead++;
        }
        append(ledger, alert.id() + " " + alert.severity().label());
        told.put(alert.id(), alert.severity());
      }
    }
    return new Outcome(sent, dead);
  }

  private boolean deliver(AlertSink sink, Alert alert) throws IOException, InterruptedException {
    Duration wait = Duration.ofSeconds(1);
    for (int attempt = 1; ; attempt++) {
      try {
        sink.send(alert);
        return true;
      } catch (IOException e) {
        if (attempt == ATTEMPTS || e instanceof AlertSink.RefusedException) {
          bury(
              new Undelivered(sink.name(), clock.instant(), String.valueOf(e.getMessage()), alert));
          return false;
        }
        pause.wait(wait);
        wait = wait.multipliedBy(BACK_OFF);
      }
    }
  }

  private void bury(Undelivered letter) throws IOException {
    append(folder.resolve("undelivered.jsonl"), RecordJson.write(letter));
  }

  private static Map<String, Severity> read(Path ledger) throws IOException {
    Map<String, Severity> told = new HashMap<>();
    if (Files.exists(ledger)) {
      for (String line : Files.readAllLines(ledger)) {
        String[] words = line.split(" ", -1);
        if (words.length == 2) { // a kill may have cut the last line
          told.merge(words[0], severity(words[1]), (a, b) -> a.compareTo(b) < 0 ? b : a);
        }
      }
    }
    return told;
  }

  private static Severity severity(String label) {
    for (Severity severity : Severity.values()) {
      if (severity.label().equals(label.toLowerCase(Locale.ROOT))) {
        return severity;
      }
    }
    return Severity.NOTICE; // of a cut line: at worst, it is sent once more
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
