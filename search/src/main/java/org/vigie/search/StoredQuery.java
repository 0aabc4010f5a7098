package org.vigie.search;

import java.io.Serializable;
import org.vigie.advert.Severity;

/**
 * A search that is kept and matched against each new advert.
 *
 * @param name its name
 * @param version its version
 * @param query in the query language, without {@code cluster:}
 * @param severity of its alerts
 */
public record StoredQuery(String name, String version, String query, Severity severity)
    implements Serializable {
  public StoredQuery {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a stored query needs a name, but it is blank");
    }
  }
}
