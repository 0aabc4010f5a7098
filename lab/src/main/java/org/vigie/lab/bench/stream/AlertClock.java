package org.vigie.lab.bench.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.lab.bench.stream.ProbeAdverts.Kind;
import org.vigie.lab.bench.stream.ProbeAdverts.Probe;

/** How long it takes from a probe's last advert to its alert. Used by several threads. */
final class AlertClock {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PHONE = "phone:";

  private final Map<String, Sent> awaited = new HashMap<>();
  private final Map<Kind, List<Duration>> taken = new EnumMap<>(Kind.class);

  private record Sent(Probe probe, long nanoTime) {}

  /** Notes that the last advert of a probe is about to be sent. */
  synchronized void sends(Probe probe, long nanoTime) {
    awaited.put(probe.mark(), new Sent(probe, nanoTime));
  }

  /**
   * Notes that an alert has come, of which the first of each probe counts.
   *
   * @param alert as JSON
   */
  synchronized void came(String alert, long nanoTime) throws JsonProcessingException {
    JsonNode json = JSON.readTree(alert);
    String subject = json.path("subject").asText();
    for (String mark :
        List.of(
            json.path("rule").asText(),
            subject.startsWith(PHONE) ? subject.substring(PHONE.length()) : subject)) {
      @Nullable Sent sent = awaited.remove(mark);
      if (sent != null) {
        taken
            .computeIfAbsent(sent.probe().kind(), unused -> new ArrayList<>())
            .add(Duration.ofNanos(nanoTime - sent.nanoTime()));
        notifyAll();
      }
    }
  }

  /** Waits until no alert is awaited any more; returns how many still are when the time is up. */
  synchronized int await(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!awaited.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return awaited.size();
  }

  /** Forgets what it has measured so far. */
  synchronized void startAnew() {
    taken.clear();
    awaited.clear();
  }

  /** Returns what was measured, by kind. */
  synchronized Map<Kind, List<Duration>> taken() {
    Map<Kind, List<Duration>> copy = new EnumMap<>(Kind.class);
    taken.forEach((kind, durations) -> copy.put(kind, List.copyOf(durations)));
    return copy;
  }
}
