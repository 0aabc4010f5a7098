package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The question to the audit log who was shown something. */
public final class WhoSaw {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AuditTrail trail;

  public WhoSaw(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Asks the whole log, also past a line that is torn or was changed.
   *
   * @param id of an advert, a cluster, a network or an alert
   */
  public LoggedSightings saw(String id) throws IOException {
    Look look = new Look(id);
    byte[] rest = LogLines.read(trail.log(), (line, end) -> look.at(line));
    if (rest.length > 0) {
      look.at(rest);
    }
    return look.done();
  }

  /** One look through the log. */
  private final class Look {
    private final String id;
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Long> unreadable = new ArrayList<>();
    private final List<Long> naming = new ArrayList<>();
    private final Set<String> lost = new LinkedHashSet<>();

    /** Lists are long, and the same one is shown often. */
    private final Map<String, Boolean> known = new HashMap<>();

    private long number;

    Look(String id) {
      this.id = id;
    }

    void at(byte[] line) throws IOException {
      number++;
      String text = LogLines.text(line);
      AuditEntry entry = entry(text);
      if (entry == null || !LogLines.isText(line)) {
        unreadable.add(number);
      }
      if (entry == null && text.contains(id)) {
        naming.add(number);
      }
      if (entry != null && !entry.shown().isEmpty() && has(entry.shown())) {
        entries.add(entry);
      }
    }

    private boolean has(String shown) throws IOException {
      Boolean has = known.get(shown);
      if (has == null) {
        has = trail.lists().has(shown, id);
        known.put(shown, has);
        if (!has && trail.lists().isLost(shown)) {
          lost.add(shown);
        }
      }
      return has;
    }

    LoggedSightings done() {
      return new LoggedSightings(entries, unreadable, naming, List.copyOf(lost));
    }
  }

  private static @Nullable AuditEntry entry(String line) {
    try {
      return JSON.readValue(line, AuditEntry.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
