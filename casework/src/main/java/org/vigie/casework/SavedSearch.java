package org.vigie.casework;

import java.time.Instant;
import org.vigie.advert.Severity;
import org.vigie.search.StoredQuery;

/**
 * A search that a person keeps, so that each new advert that it finds raises an alert.
 *
 * @param id its number, another for each version
 * @param at when this version was saved
 * @param owner name of the account that saved it
 * @param name as the owner calls it; each owner has a name once
 * @param version from 1; saving under the same name again makes the next
 * @param query in the query language
 * @param severity of its alerts
 */
public record SavedSearch(
    long id, Instant at, String owner, String name, int version, String query, Severity severity) {
  /** Returns it as the stream matches it; with its owner, since two may use the same name. */
  public StoredQuery stored() {
    return new StoredQuery(name + " · " + owner, String.valueOf(version), query, severity);
  }
}
