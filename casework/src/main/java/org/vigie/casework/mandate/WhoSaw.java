package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;

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
    byte[] rest = LogLines.read(trail.log(), (line, end) -> look.at(line, end));
    if (rest.length > 0) {
      look.at(rest, 0); // no head stands for what is torn
    }
    return look.done();
  }

  /** One look through the log. */
  private final class Look {
    private final String id;
    private final List<AuditEntry> entries = new ArrayList<>();
    private final SortedSet<Long> unreadable = new TreeSet<>();
    private final SortedSet<Long> naming = new TreeSet<>();
    private final Set<String> lost = new LinkedHashSet<>();

    /** Lists are long, and the same one is shown often. */
    private final Map<String, Boolean> known = new HashMap<>();

    private long number;
    private @Nullable AuditEntry last;
    private String lastText = "";
    private long end;

    Look(String id) {
      this.id = id;
    }

    void at(byte[] line, long lineEnd) throws IOException {
      end = lineEnd;
      number++;
      String text = LogLines.text(line);
      AuditEntry entry = entry(text);
      // The line before is as it was written if this one names its hash.
      settle(entry == null || Sha256.of(lastText).equals(entry.previous()));
      last = entry;
      lastText = text;
      if (entry == null || !LogLines.isText(line)) {
        unreadable.add(number);
      }
      if (entry == null && text.contains(id)) {
        naming.add(number);
      }
    }

    /**
     * Takes in the last line that was read.
     *
     * @param isWhole whether nothing says that it is another than was written
     */
    private void settle(boolean isWhole) throws IOException {
      AuditEntry entry = last;
      last = null;
      if (entry != null && !isWhole) {
        unreadable.add(number - 1);
        if (lastText.contains(id)) {
          naming.add(number - 1);
        }
      } else if (entry != null && !entry.shown().isEmpty() && has(entry.shown())) {
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

    LoggedSightings done() throws IOException {
      number++;
      settle(LineChain.headedBy(trail.heads()).holds(lastText, end, Optional.empty()));
      return new LoggedSightings(
          entries, List.copyOf(unreadable), List.copyOf(naming), List.copyOf(lost));
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
