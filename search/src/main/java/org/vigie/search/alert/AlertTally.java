package org.vigie.search.alert;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Query;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;

/** The alerts of an index counted by what they have in common; no record is read for it. */
final class AlertTally {
  private final IndexDocuments documents;

  AlertTally(IndexDocuments documents) {
    this.documents = documents;
  }

  /**
   * Alerts with one value in a field.
   *
   * @param severity of the most severe
   * @param time of the newest of those
   */
  record Group(String value, long alerts, long severity, long time) {
    static final Comparator<Group> MOST_SEVERE_FIRST =
        Comparator.comparingLong(Group::severity)
            .thenComparingLong(Group::time)
            .reversed()
            .thenComparing(Group::value);

    Group and(Group other) {
      Group first = MOST_SEVERE_FIRST.compare(this, other) <= 0 ? this : other;
      return new Group(value, alerts + other.alerts, first.severity, first.time);
    }
  }

  /** Returns the groups of the alerts that match, that with the most severe alert first. */
  List<Group> groups(Query query, String field) throws IOException {
    Map<String, Group> groups = new HashMap<>();
    documents.each(
        query,
        leaf -> {
          var values = DocValues.getSorted(leaf.reader(), field);
          var severities = DocValues.getSortedNumeric(leaf.reader(), Fields.SEVERITY);
          var times = DocValues.getSortedNumeric(leaf.reader(), Fields.TIME);
          return doc -> {
            if (values.advanceExact(doc)) {
              String value = values.lookupOrd(values.ordValue()).utf8ToString();
              Group one = new Group(value, 1, number(severities, doc), number(times, doc));
              groups.merge(value, one, Group::and);
            }
          };
        });
    return groups.values().stream().sorted(Group.MOST_SEVERE_FIRST).toList();
  }

  /** Returns the name of what raised alerts → UTC days since 1970 → alerts of that day. */
  SortedMap<String, SortedMap<Long, Long>> days(Query query) throws IOException {
    SortedMap<String, SortedMap<Long, Long>> days = new TreeMap<>();
    documents.each(
        query,
        leaf -> {
          var rules = DocValues.getSorted(leaf.reader(), Fields.RULE);
          var times = DocValues.getSortedNumeric(leaf.reader(), Fields.TIME);
          return doc -> {
            if (rules.advanceExact(doc)) {
              long day = Math.floorDiv(number(times, doc), TimeUnit.DAYS.toMillis(1));
              days.computeIfAbsent(
                      rules.lookupOrd(rules.ordValue()).utf8ToString(), rule -> new TreeMap<>())
                  .merge(day, 1L, Long::sum);
            }
          };
        });
    return days;
  }

  private static long number(SortedNumericDocValues values, int doc) throws IOException {
    return values.advanceExact(doc) ? values.nextValue() : 0;
  }
}
