package org.vigie.casework.delivery;

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
import org.vigie.search.document.RecordJson;

/**
 * Tells sinks of alerts: of each once, and again when its severity rises.
 *
 * <p>What was sent stands in a ledger per sink, a line each, written after the sink has taken it: a
 * kill in between sends one alert twice, under the same key. An alert that is refused, or that five
 * attempts couldn't deliver, becomes a dead letter and isn't tried again. If the alert after such a
 * one fails too, the sink is taken to be down: what is left waits for the next delivery.
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
   * @param left alerts that wait for the next delivery, since it seems to be down
   */
  public record Outcome(int sent, int dead, int left) {}

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

  /** What tells the id that an alert has now, which may have had another when it was told of. */
  public interface CurrentId {
    String of(String id) throws IOException;
  }

  /** What is told of an alert before it is handed over, so that a log has it before it is out. */
  public interface Before {
    /**
     * Throws if it may not be handed over.
     *
     * @param content what the sink gets
     */
    void leaves(AlertSink sink, Alert alert, String content);

    /** Is told that a sink didn't take what was to leave. */
    default void stayed(AlertSink sink, Alert alert, String content) {}
  }

  /** Returns whether any of some sinks wasn't told of any of some alerts. */
  public boolean isDue(List<AlertSink> sinks, List<Alert> alerts, CurrentId current)
      throws IOException {
    for (AlertSink sink : sinks) {
      Map<String, Severity> told = read(ledger(sink), current);
      if (alerts.stream().anyMatch(alert -> isNews(alert, told))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells a sink of those of some alerts that it wasn't told of, under no former id either.
   *
   * @param before is told of each alert once, however often it is tried
   */
  public Outcome tell(AlertSink sink, List<Alert> alerts, CurrentId current, Before before)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path ledger = ledger(sink);
    Map<String, Severity> told = read(ledger, current);
    List<Alert> due = alerts.stream().filter(alert -> isNews(alert, told)).toList();
    int sent = 0;
    int dead = 0;
    int attempts = ATTEMPTS;
    for (Alert alert : due) {
      String content = sink.content(alert);
      before.leaves(sink, alert, content);
      Result result = deliver(sink, alert, content, attempts);
      if (result != Result.SENT) {
        before.stayed(sink, alert, content);
      }
      if (result == Result.UNREACHABLE && attempts == 1) {
        break;
      }
      // After an alert that was waited for in vain, the next is tried once: it tells whether that
      // alert or the sink is what fails.
      attempts = result == Result.UNREACHABLE ? 1 : ATTEMPTS;
      sent += result == Result.SENT ? 1 : 0;
      dead += result == Result.SENT ? 0 : 1;
      append(ledger, alert.id() + " " + alert.severity().label());
    }
    return new Outcome(sent, dead, due.size() - sent - dead);
  }

  private Path ledger(AlertSink sink) {
    return folder.resolve(sink.name() + ".ledger");
  }

  private enum Result {
    SENT,
    REFUSED,
    UNREACHABLE
  }

  private static boolean isNews(Alert alert, Map<String, Severity> told) {
    Severity before = told.get(alert.id());
    return before == null || alert.severity().compareTo(before) > 0;
  }

  /** Tries to deliver an alert; buries it if that was tried as often as is worth it. */
  private Result deliver(AlertSink sink, Alert alert, String content, int attempts)
      throws IOException, InterruptedException {
    Duration wait = Duration.ofSeconds(1);
    for (int attempt = 1; ; attempt++) {
      try {
        sink.send(alert, content);
        return Result.SENT;
      } catch (AlertSink.RefusedException e) {
        bury(sink, alert, e);
        return Result.REFUSED;
      } catch (IOException e) {
        if (attempt == attempts) {
          if (attempts == ATTEMPTS) {
            bury(sink, alert, e);
          }
          return Result.UNREACHABLE;
        }
        pause.wait(wait);
        wait = wait.multipliedBy(BACK_OFF);
      }
    }
  }

  private void bury(AlertSink sink, Alert alert, IOException failure) throws IOException {
    bury(
        new Undelivered(sink.name(), clock.instant(), String.valueOf(failure.getMessage()), alert));
  }

  private void bury(Undelivered letter) throws IOException {
    append(folder.resolve("undelivered.jsonl"), RecordJson.write(letter));
  }

  private static Map<String, Severity> read(Path ledger, CurrentId current) throws IOException {
    Map<String, Severity> told = new HashMap<>();
    if (Files.exists(ledger)) {
      for (String line : Files.readAllLines(ledger)) {
        String[] words = line.split(" ", -1);
        if (words.length == 2) { // a kill may have cut the last line
          told.merge(
              current.of(words[0]), severity(words[1]), (a, b) -> a.compareTo(b) < 0 ? b : a);
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
