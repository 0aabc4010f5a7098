package org.vigie.search.document;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.vigie.search.analysis.Fields;

/** The orders of lists, by id last, so that every run returns the same. */
public final class Orders {
  /** Adverts ordered one by one, so that every run returns the same. */
  public static final SortField BY_ID = new SortField(Fields.ID, SortField.Type.STRING);

  /** What has the most adverts first. */
  public static final Sort LARGEST = new Sort(descending(Fields.SIZE), BY_ID);

  /**
   * Alerts: the most severe first, then those that quote the most signs of control, those of the
   * most adverts, and the newest. The pages say so above the list ({@code alerts.order}).
   */
  public static final Sort MOST_URGENT =
      new Sort(
          descending(Fields.SEVERITY),
          descending(Fields.CONTROL),
          descending(Fields.SIZE),
          descending(Fields.TIME),
          BY_ID);

  private Orders() {}

  private static SortField descending(String field) {
    return LongField.newSortField(field, true, SortedNumericSelector.Type.MAX);
  }
}
