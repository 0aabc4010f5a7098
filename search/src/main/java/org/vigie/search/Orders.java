package org.vigie.search;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/** The orders of lists, by id last, so that every run returns the same. */
final class Orders {
  /** What has the most adverts first. */
  static final Sort LARGEST = new Sort(descending(Fields.SIZE), AdvertSearch.BY_ID);

  /** The most severe first, then the newest. */
  static final Sort MOST_SEVERE =
      new Sort(descending(Fields.SEVERITY), descending(Fields.TIME), AdvertSearch.BY_ID);

  private Orders() {}

  private static SortField descending(String field) {
    return LongField.newSortField(field, true, SortedNumericSelector.Type.MAX);
  }
}
