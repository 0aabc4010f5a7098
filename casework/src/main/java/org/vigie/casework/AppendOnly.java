package org.vigie.casework;

import java.util.List;

/** Tables to which rows are added and from which none is taken: the database itself refuses. */
public final class AppendOnly {
  private AppendOnly() {}

  /** Returns the statements that make such a table. */
  public static List<String> table(String name, String columns) {
    return List.of(
        "CREATE TABLE IF NOT EXISTS %s (%s)".formatted(name, columns),
        refuse(name, "UPDATE"),
        refuse(name, "DELETE"));
  }

  private static String refuse(String name, String change) {
    return """
    CREATE TRIGGER IF NOT EXISTS %1$s_no_%2$s BEFORE %2$s ON %1$s
    BEGIN SELECT RAISE(ABORT, 'what people said must stay as it was said'); END
    """
        .formatted(name, change);
  }
}
