package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The question to the audit log who was shown something. */
public final class WhoSaw {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AuditTrail trail;

  public WhoSaw(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Returns the entries of all that somebody was shown with an id, the oldest first.
   *
   * @param id of an advert, a cluster, a network or an alert
   */
  public List<AuditEntry> saw(String id) throws IOException {
    List<AuditEntry> found = new ArrayList<>();
    if (!Files.exists(trail.log())) {
      return found;
    }
    // Lists are long, and the same one is shown often.
    Map<String, Boolean> known = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(trail.log())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        AuditEntry entry = entry(line);
        if (entry != null && !entry.shown().isEmpty()) {
          Boolean has = known.get(entry.shown());
          if (has == null) {
            has = trail.lists().has(entry.shown(), id);
            known.put(entry.shown(), has);
          }
          if (has) {
            found.add(entry);
          }
        }
      }
    }
    return found;
  }

  private static @org.jspecify.annotations.Nullable AuditEntry entry(String line) {
    try {
      return JSON.readValue(line, AuditEntry.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
