package org.vigie.casework.mandate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.vigie.files.failure.UserError;

/**
 * What a thread had logged and may have done since, such as that of a command: no line says yet how
 * far the case database came by it.
 */
public final class UncountedActs {
  private static final ThreadLocal<Map<Path, AuditLog>> LOGS =
      ThreadLocal.withInitial(HashMap::new);

  private UncountedActs() {}

  static void add(Path file, AuditLog log) {
    LOGS.get().put(file, log);
  }

  /**
   * Has each log say so, once this thread has done it all.
   *
   * @throws UserError if a line can't be written
   */
  public static void count(Instant at) {
    Map<Path, AuditLog> logs = LOGS.get();
    LOGS.remove();
    for (Map.Entry<Path, AuditLog> each : logs.entrySet()) {
      if (Files.exists(each.getKey())) { // or the act was to remove all, as that of a trial
        each.getValue().count(at);
      }
    }
  }
}
