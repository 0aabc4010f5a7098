package org.vigie.search.document;

import java.util.Locale;
import org.apache.lucene.index.Term;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;

/** The kinds of documents in a shard. */
public enum Kind {
  ADVERT,
  SIGHTING,
  MEMBERSHIP,
  CLUSTER,
  ALIAS,
  ALERT,
  CONTACT,
  CONTACT_CUT,
  NETWORK,
  NETWORK_MEMBERSHIP,
  VERSIONS;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the value of {@link Fields#KEY} for the record of this kind with an id. */
  public String key(String id) {
    return Keywords.capped(label() + "/" + id);
  }

  /** Returns the term that only the record of this kind with an id carries. */
  public Term keyTerm(String id) {
    return new Term(Fields.KEY, key(id));
  }

  /** Returns the term that all records of this kind carry. */
  public Term term() {
    return new Term(Fields.KIND, label());
  }
}
